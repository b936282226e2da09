import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateStateMachineCommand, DescribeStateMachineCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { MOST_DAYS } from '../../../functions/operations/watchDays.ts';
import { createFunction, functionNamed } from './localFunctions.ts';

/** Says that there are `days` to watch when asked which, and nothing when asked to watch one. */
const CODE = `export const handler = async (event) => event.trajectories ? [] : {
  days: Array.from({ length: event.missed ? ${MOST_DAYS} : 1 }, () => ({ pages: [{ at: event.at, trajectories: [] }] })),
};`;

/**
 * The deployed daily watch with functions that do nothing: what the local cloud itself takes for an execution with as
 * many function calls. With \`missed\` in its input it does a month of days, as the watch does on its way through
 * quiet ones; otherwise one.
 */
export async function createEmptyWatch(
  endpoint: string,
  client: SFNClient,
  watchArn: string,
): Promise<string> {
  const { definition = '', roleArn } = await client.send(
    new DescribeStateMachineCommand({ stateMachineArn: watchArn }),
  );
  const empty = await createFunction(endpoint, 'bench-empty', zipOf(CODE));
  let emptied = definition;
  for (const construct of ['FindWatchDays', 'WatchDay']) {
    const { FunctionArn } = await functionNamed(endpoint, construct);
    emptied = emptied.replaceAll(FunctionArn, empty.FunctionArn);
  }
  if (emptied === definition) throw new Error('the daily watch calls none of its functions');
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({ name: 'bench-empty-watch', definition: emptied, roleArn }),
  );
  return stateMachineArn;
}

/** A function's code as a zip file in base64. Python is what the local cloud needs anyway, and can zip. */
function zipOf(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'besluitketen-empty-'));
  try {
    writeFileSync(join(folder, 'index.mjs'), code);
    execFileSync('python3', ['-m', 'zipfile', '-c', 'function.zip', 'index.mjs'], { cwd: folder });
    return readFileSync(join(folder, 'function.zip')).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
