import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    const empty = emptyHandler(folder);
    const base = initMilliseconds(empty);
    return handlerNames().flatMap((name): Figure[] => {
      const file = join(folder, name, 'index.mjs');
      const kilobytes = Math.round(statSync(file).size / 1000);
      const ratio = initMilliseconds(file) / base;
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
          what: `${name}: init against an empty handler`,
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

/** The SDK clients every function of ours has, and nothing else. */
function emptyHandler(folder: string): string {
  const source = join(folder, 'empty.ts');
  const file = join(folder, 'empty', 'index.mjs');
  writeFileSync(
    source,
    `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nconst client = new DynamoDBClient({});\nexport const handler = async () => client.config.region;\n`,
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
