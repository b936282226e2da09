import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { settings } from './deployed.ts';

/** What the functions with such a name have written to their logs so far, platform lines included. */
export async function logLines(functions: RegExp): Promise<string[]> {
  const client = new CloudWatchLogsClient(settings);
  const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({}));
  const names = logGroups.flatMap(({ logGroupName }) =>
    logGroupName && functions.test(logGroupName) ? [logGroupName] : [],
  );
  const lines: string[] = [];
  for (const logGroupName of names) {
    for await (const page of paginateFilterLogEvents({ client }, { logGroupName })) {
      lines.push(...(page.events ?? []).map(({ message }) => message ?? ''));
    }
  }
  return lines;
}
