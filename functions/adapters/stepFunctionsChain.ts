import {
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  type SFNClientConfig,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { Round } from '../domain/round/round.ts';
import { executionName, formatRoundId } from '../domain/roundId.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { Chain, ExecutionState } from '../operations/ports.ts';
import { executionArn } from './executionArn.ts';

/** The three names under which AWS says that a token wakes nobody any more (API reference, SendTaskSuccess). */
const DEAD_TOKEN = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** The approval chain in Step Functions; `machineArn` is the state machine (or its alias). */
export function createStepFunctionsChain(machineArn: string, config: SFNClientConfig = {}): Chain {
  const client = new SFNClient({ maxAttempts: 5, ...config });
  return {
    start: (round) =>
      guarded(async () => {
        const input = inputOf(round);
        try {
          await client.send(
            new StartExecutionCommand({ stateMachineArn: machineArn, name: nameOf(round), input }),
          );
        } catch (error) {
          // A used name: AWS accepts the same name and input while it runs; ended, or another input, is refused.
          if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
          const existing = await client.send(
            new DescribeExecutionCommand({ executionArn: executionArn(machineArn, round) }),
          );
          if (existing.input !== input) {
            throw new Error(`execution name ${nameOf(round)} is taken by another round: ${existing.input}`);
          }
        }
      }),
    state: (round) =>
      guarded(async (): Promise<ExecutionState> => {
        try {
          const { status } = await client.send(
            new DescribeExecutionCommand({ executionArn: executionArn(machineArn, round) }),
          );
          if (status === 'RUNNING' || status === 'PENDING_REDRIVE') return 'running';
          return status === 'SUCCEEDED' ? 'succeeded' : 'dead';
        } catch (error) {
          if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return 'absent';
          throw error;
        }
      }),
    wake: (token) =>
      guarded(async () => {
        try {
          // The chain reads the answer from the table: nothing travels with the wake.
          await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
          return 'woken';
        } catch (error) {
          if (error instanceof Error && DEAD_TOKEN.has(error.name)) return 'dead';
          throw error;
        }
      }),
  };
}

function nameOf(round: Round): string {
  return executionName(round.trajectory, round, round.epoch);
}

function inputOf(round: Round): string {
  return JSON.stringify({ trajectory: round.trajectory, round: formatRoundId(round), epoch: round.epoch });
}

async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new Unavailable('Step Functions', error);
  }
}
