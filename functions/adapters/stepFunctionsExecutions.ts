import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  type HistoryEvent as RawEvent,
  SFNClient,
  type SFNClientConfig,
} from '@aws-sdk/client-sfn';
import type { ExecutionStatus, HistoryEvent } from '../domain/executions/historyEvent.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { Executions } from '../operations/executions/ports.ts';
import { executionArn } from './executionArn.ts';

/** The largest page that both calls give (Step Functions API reference, maxResults). */
const A_CALL = 1000;
/** A round of forty bodies that is waited for all year has some two thousand events; an execution has at most 25,000. */
const MOST_CALLS = 5;

const STATUS: Readonly<Record<string, ExecutionStatus>> = {
  RUNNING: 'running',
  PENDING_REDRIVE: 'running',
  SUCCEEDED: 'succeeded',
  TIMED_OUT: 'timed-out',
  ABORTED: 'aborted',
};

/** Looks at executions of the approval chain (`machineArn`, or its alias), without the data that went through them. */
export function createStepFunctionsExecutions(machineArn: string, config: SFNClientConfig = {}): Executions {
  const client = new SFNClient({ maxAttempts: 3, ...config });
  // Of the machine itself: an alias lists its own executions alone.
  const stateMachineArn = machineArn.split(':').slice(0, 7).join(':');
  return {
    running: () =>
      reached(async () => {
        const names = new Set<string>();
        let nextToken: string | undefined;
        for (let call = 0; call < MOST_CALLS; call++) {
          const page = await client.send(
            new ListExecutionsCommand({
              stateMachineArn,
              statusFilter: 'RUNNING',
              maxResults: A_CALL,
              nextToken,
            }),
          );
          for (const { name } of page.executions ?? []) if (name) names.add(name);
          nextToken = page.nextToken;
          if (!nextToken) return { names, complete: true };
        }
        return { names, complete: false };
      }),
    facts: (of) =>
      unlessGone(async () => {
        const found = await client.send(
          new DescribeExecutionCommand({
            executionArn: executionArn(machineArn, of),
            includedData: 'METADATA_ONLY',
          }),
        );
        return {
          status: STATUS[found.status ?? ''] ?? 'failed',
          startedAt: (found.startDate ?? new Date(0)).toISOString(),
          endedAt: found.stopDate?.toISOString(),
          error: errorName(found.error),
        };
      }),
    history: (of) =>
      unlessGone(async () => {
        const events: HistoryEvent[] = [];
        let nextToken: string | undefined;
        for (let call = 0; call < MOST_CALLS; call++) {
          const page = await client.send(
            new GetExecutionHistoryCommand({
              executionArn: executionArn(machineArn, of),
              includeExecutionData: false,
              maxResults: A_CALL,
              nextToken,
            }),
          );
          events.push(...(page.events ?? []).map(eventOf));
          nextToken = page.nextToken;
          if (!nextToken) return { events, more: false };
        }
        return { events, more: true };
      }),
  };
}

/** By name what is taken over, and nothing else: a cause, an input or an output may hold a task token. */
function eventOf(raw: RawEvent): HistoryEvent {
  const failed =
    raw.taskFailedEventDetails ??
    raw.taskSubmitFailedEventDetails ??
    raw.taskStartFailedEventDetails ??
    raw.taskTimedOutEventDetails;
  const called = raw.taskScheduledEventDetails ?? raw.taskSucceededEventDetails ?? failed;
  const ended =
    raw.executionFailedEventDetails ??
    raw.executionTimedOutEventDetails ??
    raw.executionAbortedEventDetails ??
    raw.lambdaFunctionFailedEventDetails;
  return {
    id: raw.id ?? 0,
    previous: raw.previousEventId ?? 0,
    at: (raw.timestamp ?? new Date(0)).toISOString(),
    type: raw.type ?? '',
    state: raw.stateEnteredEventDetails?.name ?? raw.stateExitedEventDetails?.name,
    resource: called?.resource,
    error: errorName((failed ?? ended)?.error),
  };
}

/** An error is called by a name; whatever is longer or has other signs in it is none, and could hold a token. */
function errorName(text: string | undefined): string | undefined {
  if (!text) return undefined;
  return /^[A-Za-z][\w.]{0,79}$/.test(text) ? text : 'onbekende fout';
}

async function unlessGone<T>(call: () => Promise<T>): Promise<T | undefined> {
  return reached(async () => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
      throw error;
    }
  });
}

async function reached<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('Step Functions', error);
  }
}
