import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Cloud } from '../../../functions/cli/cloud.ts';

/**
 * Lambda gives Node of a function of 256 MB a heap that leaves room for the rest of the process; a heap that may be as
 * large as this machine's would let garbage lie, and measure that.
 */
const HEAP_MB = 160;

export interface ColdRun {
  /** From the start of the process to the handler's answer: what a first call takes. */
  readonly milliseconds: number;
  /** Most resident memory of the whole process: Node itself, the bundle and the work. */
  readonly peakMb: number;
  /** Most of V8's heap at the end of the call. */
  readonly heapMb: number;
  readonly output: unknown;
}

const SCRIPT = `
const began = performance.now();
const { handler } = await import(process.argv[1]);
const output = await handler(JSON.parse(process.argv[2]));
const milliseconds = performance.now() - began;
const peakMb = process.resourceUsage().maxRSS / 1024;
const heapMb = process.memoryUsage().heapUsed / 1048576;
process.stdout.write('\\nRUN ' + JSON.stringify({ milliseconds, peakMb, heapMb, output }) + '\\n');
process.exit();
`;

/** Runs a bundled function once in a process of its own, as its first call on Lambda would: the very file that is deployed. */
export async function coldRun(
  file: string,
  event: unknown,
  environment: Readonly<Record<string, string>>,
): Promise<ColdRun> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, '--input-type=module', '-e', SCRIPT, file, JSON.stringify(event)],
    { env: { PATH: process.env.PATH, ...environment }, maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(/^RUN (.*)$/m.exec(stdout)?.[1] ?? 'null') as ColdRun;
}

/** What the deployed functions are told, for a bundle that runs in a process of its own. */
export function coldEnvironment(
  { outputs, endpoint }: Cloud & { readonly endpoint: string },
  table: string,
  stub: string,
) {
  return {
    TABLE_NAME: table,
    CHAIN_ARN: outputs.ChainArn,
    STAGE: 'local',
    SENDER_ADDRESS: 'bench@bench.example',
    PORTAL_URL: outputs.PortalUrl,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_SFN: stub,
    AWS_ENDPOINT_URL_SES: stub,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
