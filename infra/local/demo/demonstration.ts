import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDailyWatch } from '../../../functions/adapters/dailyWatch.ts';
import { wallClock } from '../../../functions/adapters/wallClock.ts';
import type { Cloud } from '../../../functions/cli/cloud.ts';
import { readPlanFile } from '../../../functions/cli/readPlanFile.ts';
import { agenda } from '../../../functions/cli/simulate/agenda.ts';
import { PATIENCE, play } from '../../../functions/cli/simulate/play.ts';
import { type Scenario, type Script, scenarioSchema } from '../../../functions/cli/simulate/scenario.ts';
import type { Day } from '../../../functions/domain/calendar/days.ts';
import { opensNotBefore } from '../../../functions/domain/plan/derived.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { readStatus } from '../../../functions/operations/readStatus.ts';
import type { TrajectoryStatus } from '../../../functions/operations/statusViews.ts';
import { untilAtRest } from '../../../functions/operations/untilAtRest.ts';
import { repository } from '../paths.ts';
import { completionsFrom } from './completions.ts';
import { type HappenedOn, happenedPerDay } from './happenings.ts';
import { type Step, untilDay } from './steps.ts';

const PLAN = join(repository, 'workflows', 'plans', 'visietraject.yaml');

export interface DemonstrationView {
  readonly status: TrajectoryStatus;
  readonly happened: readonly HappenedOn[];
}

/** A trajectory to play with: a simulation whose days somebody moves by hand. */
export interface Demonstration {
  /** How it stands; undefined before the first one was started. */
  look(): Promise<DemonstrationView | undefined>;
  /** Starts one, or the next one. */
  start(): Promise<void>;
  /** Plays on, with the watch and the chain as they are deployed. `answers`: the bodies answer by themselves. */
  move(step: Step, answers: boolean): Promise<void>;
}

export function createDemonstration(
  cloud: Cloud,
  plan: Plan = readPlanFile(PLAN, readFileSync, false),
): Demonstration {
  const { store, reference, ledger, outputs, settings } = cloud;
  const watch = createDailyWatch(outputs.WatchArn, settings);
  const prefix = `${plan.id}-demo`;
  const numbered = new RegExp(`^${prefix}(?:-([0-9]+))?$`);

  /** The latest of them; it is found in the table, and so stays when the local cloud was off. */
  const latest = async (): Promise<number> => {
    const ids = await store.allTrajectories('virtual');
    return ids.reduce((last, id) => {
      const found = numbered.exec(id);
      return found ? Math.max(last, Number(found[1] ?? 1)) : last;
    }, 0);
  };
  const idOf = (number: number) => (number === 1 ? prefix : `${prefix}-${number}`);
  const statusOf = (id: string) => readStatus({ store, reference, now: wallClock }, id, 'everything');

  return {
    look: async () => {
      const number = await latest();
      if (number === 0) return undefined;
      const id = idOf(number);
      const trajectory = await store.trajectory(id);
      if (!trajectory) return undefined;
      const [status, ofTrajectory, audit, requests, flags] = await Promise.all([
        statusOf(id),
        store.plan(trajectory),
        store.audit(id),
        store.requests(id),
        store.flags(id),
      ]);
      return { status, happened: happenedPerDay({ plan: ofTrajectory, audit, requests, flags }) };
    },
    start: async () => {
      const from = plan.milestones.map(opensNotBefore).sort()[0];
      if (from === undefined) throw new Error('the plan has no milestone');
      await playOn(idOf((await latest()) + 1), scriptOf(plan, from, from, []), true);
    },
    move: async (step, answers) => {
      const id = idOf(await latest());
      const trajectory = await store.trajectory(id);
      if (!trajectory) throw new Error(`there is no trajectory ${id}`);
      const [{ today, openRequests }, ofTrajectory] = await Promise.all([
        statusOf(id),
        store.plan(trajectory),
      ]);
      const snapshot = await untilAtRest(store, ofTrajectory, id, today, PATIENCE);
      const done = { kills: new Set<number>(), replans: new Set<number>(), bookings: new Set<number>() };
      const script = scriptOf(ofTrajectory, today, today, completionsFrom(today, snapshot.milestones));
      const ahead = {
        events: agenda(script.scenario, ofTrajectory, snapshot, [], done).filter(doneBy(answers)),
        dueDays: answers ? [] : openRequests.flatMap(({ dueOn }) => dueOn ?? []),
      };
      const scenario = { ...script.scenario, until: untilDay(step, today, ahead) };
      await playOn(id, { ...script, scenario }, answers);
    },
  };

  async function playOn(id: string, script: Script, answers: boolean): Promise<void> {
    const stage = {
      ...{ recording: store, looking: store, ledger, watch, does: doneBy(answers) },
      kill: async () => undefined,
      onDay: () => {},
    };
    await play(stage, script, id);
  }
}

/** Tasks and revised proposals come by themselves; whether answers do, the visitor says. */
function doneBy(answers: boolean) {
  return ({ kind }: { readonly kind: string }): boolean => answers || kind !== 'answer';
}

function scriptOf(plan: Plan, from: Day, until: Day, completions: Scenario['completions']): Script {
  const scenario = scenarioSchema.parse({ plan: PLAN, from, until, completions });
  return { scenario, plan, replans: [], calendars: new Map(), contacts: [], bookings: [] };
}
