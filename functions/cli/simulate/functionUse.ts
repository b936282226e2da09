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
  const use = { invocations: 0, readUnits: 0, writeUnits: 0 };
  for (const logGroupName of names) {
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
  return use;
}
