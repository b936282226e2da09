import { setTimeout as wait } from 'node:timers/promises';
import {
  type ExecutionListItem,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { executionArn } from '../../adapters/executionArn.ts';
import type { RecordStore } from '../../operations/ports.ts';
import type { Snapshot } from '../../operations/untilAtRest.ts';
import type { ClientSettings } from '../cloud.ts';

export interface ExecutionCounts {
  readonly started: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Executions of a second or later epoch. */
  readonly resumed: number;
  readonly stateTransitions: number;
  /** Requests put or joined by the chain itself, each a write of the table. */
  readonly waits: number;
}

/** What Step Functions itself says of a trajectory's executions. */
export function createExecutions(chainArn: string, settings: ClientSettings) {
  const client = new SFNClient({ ...settings, maxAttempts: 5 });

  async function ofTrajectory(trajectory: string): Promise<ExecutionListItem[]> {
    const found: ExecutionListItem[] = [];
    for await (const page of paginateListExecutions({ client }, { stateMachineArn: chainArn })) {
      found.push(...(page.executions ?? []).filter(({ name }) => name?.startsWith(`${trajectory}-`)));
    }
    return found;
  }

  return {
    /** Stops the first running execution of an open round, and waits until its round has a new epoch. */
    async kill(store: RecordStore, trajectory: string, snapshot: Snapshot): Promise<string | undefined> {
      const round = snapshot.rounds.find((each) => each.round.status === 'open')?.round;
      if (!round) return undefined;
      const arn = executionArn(chainArn, round);
      await client.send(new StopExecutionCommand({ executionArn: arn, cause: 'stopped by the scenario' }));
      for (let waited = 0; waited < 1000; waited++) {
        const now = await store.round(trajectory, round);
        if (!now || now.epoch > round.epoch || now.status !== 'open') break;
        await wait(30);
      }
      return arn.split(':').at(-1);
    },

    /** Waits until no execution of this trajectory runs for a round that is closed, then counts. */
    async count(trajectory: string, openRounds: number): Promise<ExecutionCounts> {
      let all = await ofTrajectory(trajectory);
      for (
        let waited = 0;
        waited < 300 && all.filter(({ status }) => status === 'RUNNING').length > openRounds;
        waited++
      ) {
        await wait(50);
        all = await ofTrajectory(trajectory);
      }
      const steps = await Promise.all(all.map((execution) => countSteps(execution.executionArn ?? '')));
      return {
        started: all.length,
        succeeded: all.filter(({ status }) => status === 'SUCCEEDED').length,
        failed: all.filter(({ status }) => ['FAILED', 'TIMED_OUT', 'ABORTED'].includes(status ?? '')).length,
        resumed: all.filter(({ name }) => !name?.endsWith('-e1')).length,
        stateTransitions: steps.reduce((sum, each) => sum + each.transitions, 0),
        waits: steps.reduce((sum, each) => sum + each.waits, 0),
      };
    },
  };

  /** The local cloud writes no "entered" event inside a Map: there, each scheduled wait is one state. */
  async function countSteps(arn: string): Promise<{ transitions: number; waits: number }> {
    let entered = 0;
    let waits = 0;
    for await (const page of paginateGetExecutionHistory({ client }, { executionArn: arn })) {
      for (const event of page.events ?? []) {
        if (event.type?.endsWith('StateEntered')) entered++;
        const resource = event.taskScheduledEventDetails?.resource ?? '';
        if (event.type === 'TaskScheduled' && resource.includes('waitForTaskToken')) waits++;
      }
    }
    return { transitions: entered + waits, waits };
  }
}
