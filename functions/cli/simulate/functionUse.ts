import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import type { ClientSettings } from '../cloud.ts';

export interface FunctionUse {
  readonly invocations: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** The same for each function, by the name of its construct. */
  readonly byFunction: Readonly<Record<string, Omit<FunctionUse, 'byFunction'>>>;
}

/** Counts, in the functions' own logs since `from`, their calls and the units of the table they consumed. */
export async function readFunctionUse(
  stage: string,
  settings: ClientSettings,
  from: number,
): Promise<FunctionUse> {
  const client = new CloudWatchLogsClient({ ...settings, maxAttempts: 3 });
  const groups = await client.send(new DescribeLogGroupsCommand({}));
  const names = (groups.logGroups ?? []).flatMap(({ logGroupName }) =>
    logGroupName?.includes(`Besluitketen-${stage}-`) ? [logGroupName] : [],
  );
  const byFunction: Record<string, { invocations: number; readUnits: number; writeUnits: number }> = {};
  for (const logGroupName of names) {
    const use = { invocations: 0, readUnits: 0, writeUnits: 0 };
    byFunction[functionOf(logGroupName)] = use;
    for await (const page of paginateFilterLogEvents({ client }, { logGroupName, startTime: from })) {
      for (const { message = '' } of page.events ?? []) {
        if (message.startsWith('REPORT ')) use.invocations++;
        const units = /"message":"capacity","readUnits":([0-9.]+),"writeUnits":([0-9.]+)/.exec(message);
        if (!units) continue;
        use.readUnits += Number(units[1]);
        use.writeUnits += Number(units[2]);
      }
    }
  }
  client.destroy();
  const total = (unit: 'invocations' | 'readUnits' | 'writeUnits') =>
    Object.values(byFunction).reduce((sum, use) => sum + use[unit], 0);
  return {
    invocations: total('invocations'),
    readUnits: total('readUnits'),
    writeUnits: total('writeUnits'),
    byFunction,
  };
}

/** CDK names a log group `<stack>-<construct>Logs<hash>-<random>`. */
function functionOf(logGroupName: string): string {
  return /([A-Za-z]+)Logs[0-9A-F]{8}/.exec(logGroupName)?.[1] ?? logGroupName;
}
