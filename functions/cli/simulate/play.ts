import { catchUpWatching, type DailyWatch } from '../../adapters/dailyWatch.ts';
import { atTime, type Day, dayOf } from '../../domain/calendar/days.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import { completeMilestone } from '../../operations/completeMilestone.ts';
import { bookEntry } from '../../operations/ledger/bookEntry.ts';
import type { LedgerStore } from '../../operations/ledger/ports.ts';
import type { RecordStore } from '../../operations/ports.ts';
import { recordDecision } from '../../operations/recordDecision.ts';
import { replan } from '../../operations/replan.ts';
import { reviseRound } from '../../operations/reviseRound.ts';
import { startTrajectory } from '../../operations/startTrajectory.ts';
import { type Patience, type Snapshot, untilAtRest } from '../../operations/untilAtRest.ts';
import { WATCH_HOUR } from '../../operations/watchDays.ts';
import { agenda, type PlannedEvent } from './agenda.ts';
import { nextStep } from './outages.ts';
import type { Script } from './scenario.ts';

export interface Stage {
  /** Where answers, completions and revisions are recorded. */
  readonly recording: RecordStore;
  /** Where money is booked. */
  readonly ledger: LedgerStore;
  /** Where the player looks whether the deployed stacks have come to rest. */
  readonly looking: RecordStore;
  readonly watch: DailyWatch;
  /** Stops a running execution of the trajectory's chain and waits for its round to be resumed; its name. */
  readonly kill: (trajectory: string, snapshot: Snapshot) => Promise<string | undefined>;
  /** What the player does itself; the rest somebody else does, or nobody. Absent: everything. */
  readonly does?: (event: PlannedEvent) => boolean;
  /** Called with every day that has been played. */
  readonly onDay: (day: Day, snapshot: Snapshot) => void;
}

export interface Played {
  readonly lastDay: Day;
  readonly finished: boolean;
  readonly kills: readonly { readonly on: Day; readonly execution: string | null }[];
}

/** The local cloud settles a busy day in a second or two; look often, the clock is the simulation's own. */
export const PATIENCE: Patience = { longestMs: 60_000, slowestLookMs: 25 };
const BY: RecordedBy = { by: 'scenario', via: 'simulation' };
/** The hours of a simulated day: the watch at its own hour, then whatever people do. */
const HOUR = {
  start: '08:00',
  replan: '09:00',
  answer: '10:00',
  complete: '11:00',
  book: '12:00',
  revise: '14:00',
} as const;

/**
 * Plays a scenario against the deployed stacks with a clock of its own. Every day is watched by the deployed
 * daily watch; a run of days on which nothing can happen is watched in one execution, day by day.
 */
export async function play(
  stage: Stage,
  { scenario, plan: firstPlan, replans, calendars, bookings }: Script,
  trajectory: string,
): Promise<Played> {
  const { recording: store, looking } = stage;
  const kills: { on: Day; execution: string | null }[] = [];
  const done = { kills: new Set<number>(), replans: new Set<number>(), bookings: new Set<number>() };
  let plan = firstPlan;
  await startTrajectory(store, plan, trajectory, 'virtual', atTime(scenario.from, HOUR.start), BY);

  let watched = scenario.from;
  for (let day = scenario.from; ; ) {
    // What only a watch can open is not waited for while there is none.
    let snapshot = await untilAtRest(looking, plan, trajectory, watched, PATIENCE);
    for (let due = dueOn(day, snapshot); due.length > 0; due = dueOn(day, snapshot)) {
      // What else was due is looked up anew under the plan that counts then.
      const first = due.filter(({ kind }) => kind === 'replan').slice(0, 1);
      for (const event of first.length > 0 ? first : due) await happen(event, day, snapshot);
      snapshot = await untilAtRest(looking, plan, trajectory, watched, PATIENCE);
    }
    stage.onDay(day, snapshot);
    // A round may go on after its last milestone: a stage that completes none.
    const finished =
      snapshot.rounds.length === 0 &&
      done.bookings.size === bookings.length &&
      plan.milestones.every(
        ({ id }) => snapshot.milestones.find((row) => row.id === id)?.status === 'completed',
      );
    if (finished || day >= scenario.until) return { lastDay: day, finished, kills };
    const step = nextStep(scenario.outages, day, nextDay(day, snapshot));
    day = step.day;
    if (step.watch === 'none') continue;
    const missed = step.watch === 'missed';
    await catchUpWatching(stage.watch, { at: atTime(day, WATCH_HOUR), trajectory, missed });
    watched = day;
  }

  function ahead(snapshot: Snapshot): PlannedEvent[] {
    return agenda(scenario, plan, snapshot, bookings, done).filter(stage.does ?? (() => true));
  }

  function dueOn(day: Day, snapshot: Snapshot): PlannedEvent[] {
    return ahead(snapshot).filter((event) => event.day <= day && event.kind !== 'look');
  }

  /** The next day on which something can happen; the days before it are watched on the way. */
  function nextDay(day: Day, snapshot: Snapshot): Day {
    const days = ahead(snapshot)
      .map((event) => event.day)
      .filter((each) => each > day);
    return [...days, scenario.until].reduce((a, b) => (b < a ? b : a));
  }

  async function happen(event: PlannedEvent, day: Day, snapshot: Snapshot): Promise<void> {
    switch (event.kind) {
      case 'answer':
        await recordDecision(store, { trajectory, ...event.answer }, atTime(day, HOUR.answer), BY);
        return;
      case 'complete':
        await completeMilestone(store, trajectory, event.milestone, event.on, atTime(day, HOUR.complete), BY);
        return;
      case 'revise': {
        const note = scenario.revisions.note ?? `Herzien voorstel na ronde ${event.round}.`;
        await reviseRound(store, trajectory, event.round, note, atTime(day, HOUR.revise), BY);
        return;
      }
      case 'replan': {
        plan = replans[event.replan] ?? plan;
        done.replans.add(event.replan);
        const { reason = '' } = scenario.replans[event.replan] ?? {};
        const order = { trajectory, plan, reason, calendars };
        await replan(store, order, atTime(day, HOUR.replan), BY);
        return;
      }
      case 'book': {
        const order = bookings[event.booking];
        if (order)
          await bookEntry({ store, ledger: stage.ledger }, trajectory, order, atTime(day, HOUR.book), BY);
        done.bookings.add(event.booking);
        return;
      }
      case 'kill':
        done.kills.add(event.fault);
        kills.push({ on: day, execution: (await stage.kill(trajectory, snapshot)) ?? null });
        return;
      case 'look':
        return;
    }
  }
}

/** Days between two days, for the progress bar. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(dayOf(atTime(day, '12:00'))) / 86_400_000);
}
