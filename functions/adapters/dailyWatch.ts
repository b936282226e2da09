import { setTimeout as wait } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  SFNClient,
  type SFNClientConfig,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { Refusal } from '../domain/refusal.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { WatchSummary } from '../operations/watchDay.ts';

export interface DailyWatch {
  /**
   * Runs the deployed daily watch once and waits for its result, a list of summaries in the order of the days. After
   * a long outage a run leaves days to the next one (`daysLeft`).
   */
  run(input: {
    at: string | undefined;
    trajectory: string | undefined;
    /** The days before were missed: nobody is reminded for them. Of a real trajectory they always were. */
    missed?: boolean;
  }): Promise<WatchSummary[]>;
}

/** Runs the daily watch until it has caught up with its moment. */
export async function catchUpWatching(
  watch: DailyWatch,
  input: Parameters<DailyWatch['run']>[0],
): Promise<void> {
  for (let left = Number.POSITIVE_INFINITY; left > 0; ) {
    const days = await watch.run(input);
    const still = days.reduce((sum, { daysLeft = 0 }) => sum + daysLeft, 0);
    // A run that brings it no further would be repeated for ever.
    if (still >= left) return;
    left = still;
  }
}

const FIRST_LOOK_MS = 20;
const LOOK_AGAIN_MS = 500;

export function createDailyWatch(machineArn: string, config: SFNClientConfig = {}): DailyWatch {
  const client = new SFNClient({ maxAttempts: 5, ...config });
  return {
    run: async ({ at, trajectory, missed }) => {
      const input = JSON.stringify({
        ...(at && { at }),
        ...(trajectory && { trajectory }),
        ...(missed && { missed }),
      });
      try {
        const { executionArn } = await client.send(
          new StartExecutionCommand({ stateMachineArn: machineArn, input }),
        );
        for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.2, LOOK_AGAIN_MS)) {
          const { status, output, error, cause } = await client.send(
            new DescribeExecutionCommand({ executionArn }),
          );
          if (status === 'SUCCEEDED') return allWatched((JSON.parse(output ?? '{}').days ?? []).flat(2));
          if (status !== 'RUNNING' && status !== 'PENDING_REDRIVE') {
            throw new Refusal(
              'UNAVAILABLE',
              `De dagelijkse ronde is mislukt (${error ?? status}: ${cause ?? ''}); wat gedaan was blijft staan, draai haar opnieuw.`,
            );
          }
          await wait(pause);
        }
      } catch (error) {
        throw error instanceof Refusal ? error : new Unavailable('De dagelijkse ronde', error);
      }
    },
  };
}

/** A trajectory that could not be watched is said, although the others were. */
function allWatched(days: WatchSummary[]): WatchSummary[] {
  const failed = days.filter((day) => day.failed !== undefined);
  if (failed.length === 0) return days;
  const told = failed.map(({ trajectory, day, failed: why }) => `${trajectory} op ${day}: ${why}`).join('; ');
  throw new Refusal('UNAVAILABLE', `Niet alles kon worden nagelopen (${told}); de andere trajecten wel.`);
}
