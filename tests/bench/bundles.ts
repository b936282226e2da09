import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleFunctions, handlerNames } from '../../infra/bundleFunctions.ts';
import type { Figure } from './figures.ts';
import { median } from './percentile.ts';

const group = 'bundles';
const RUNS = 15;
/** What a function needs before it can start. */
const ENVIRONMENT = {
  TABLE_NAME: 'record',
  CHAIN_ARN: 'arn:aws:states:eu-west-1:000000000000:stateMachine:chain',
  SENDER_ADDRESS: 'bench@bench.example',
  STAGE: 'local',
  AWS_REGION: 'eu-west-1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

/** Size of each function's bundle, and its start against an empty handler with the same SDK clients. */
export async function measureBundles(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'besluitketen-bundles-'));
  try {
    bundleFunctions(folder);
    const bases = new Map<string, number>();
    const baseOf = (clients: readonly string[]) => {
      const known = bases.get(clients.join()) ?? initMilliseconds(emptyHandler(folder, clients));
      bases.set(clients.join(), known);
      return known;
    };
    return handlerNames().flatMap((name): Figure[] => {
      const file = join(folder, name, 'index.mjs');
      const kilobytes = Math.round(statSync(file).size / 1000);
      const clients = clientsOf(file);
      const ratio = initMilliseconds(file) / baseOf(clients);
      return [
        {
          group,
          what: `${name}: minified`,
          measured: `${kilobytes} KB`,
          aim: '≤ 400 KB',
          met: kilobytes <= 400,
          remark: '',
        },
        {
          group,
          what: `${name}: init against an empty handler with the same clients (${clients.join(', ')})`,
          measured: ratio.toFixed(2),
          aim: '≤ 1.3',
          met: ratio <= 1.3,
          remark: '',
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Client classes of the AWS SDK; bundled and minified each names its service as `serviceId??"SFN"`. */
const CLIENTS = {
  DynamoDB: { package: 'client-dynamodb', client: 'DynamoDBClient' },
  SFN: { package: 'client-sfn', client: 'SFNClient' },
  SES: { package: 'client-ses', client: 'SESClient' },
} as const;

function clientsOf(file: string): (keyof typeof CLIENTS)[] {
  const code = readFileSync(file, 'utf8');
  return (Object.keys(CLIENTS) as (keyof typeof CLIENTS)[]).filter((name) =>
    code.includes(`serviceId??"${name}"`),
  );
}

/** Makes the clients of a function of ours, and does nothing with them. */
function emptyHandler(folder: string, clients: readonly string[]): string {
  const source = join(folder, `empty-${clients.join('-')}.ts`);
  const file = join(folder, `empty-${clients.join('-')}`, 'index.mjs');
  const used = clients.map((name) => CLIENTS[name as keyof typeof CLIENTS]);
  writeFileSync(
    source,
    [
      ...used.map(({ package: name, client }) => `import { ${client} } from '@aws-sdk/${name}';`),
      `const clients = [${used.map(({ client }) => `new ${client}({})`).join(', ')}];`,
      'export const handler = async () => Promise.all(clients.map(({ config }) => config.region()));',
    ].join('\n'),
  );
  buildSync({
    entryPoints: [source],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    nodePaths: [join(import.meta.dirname, '..', '..', 'node_modules')],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'error',
  });
  return file;
}

function initMilliseconds(file: string): number {
  const script = `const began=performance.now();await import(${JSON.stringify(file)});console.log('INIT '+(performance.now()-began))`;
  const times = Array.from({ length: RUNS }, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, ...ENVIRONMENT },
    });
    return Number(/INIT ([0-9.]+)/.exec(output.toString())?.[1]);
  });
  return median(times);
}
