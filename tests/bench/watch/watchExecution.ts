import { setTimeout as wait } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';

const LONGEST_MS = 600_000;

export interface Ended {
  readonly seconds: number;
  readonly status: string;
  readonly output: string;
}

/** Starts an execution of a state machine; `whileRunning` is called every so often until it ends. */
export async function execute(
  client: SFNClient,
  stateMachineArn: string,
  input: object,
  whileRunning: (executionArn: string) => Promise<void> = async () => {},
  lookEveryMs = 10,
): Promise<Ended & { readonly executionArn: string }> {
  const began = performance.now();
  const { executionArn = '' } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  for (;;) {
    const { status, output, startDate, stopDate } = await client.send(
      new DescribeExecutionCommand({ executionArn }),
    );
    if (status !== 'RUNNING') {
      const seconds = (Number(stopDate) - Number(startDate)) / 1000;
      return { executionArn, status: status ?? '', output: output ?? '', seconds };
    }
    if (performance.now() - began > LONGEST_MS) throw new Error(`${executionArn} did not end`);
    await whileRunning(executionArn);
    await wait(lookEveryMs);
  }
}

export async function historyOf(client: SFNClient, executionArn: string): Promise<HistoryEvent[]> {
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  return events;
}
