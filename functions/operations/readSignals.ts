import { ANYBODY, type Viewer } from '../domain/access/viewer.ts';
import { addDays, dayOf } from '../domain/calendar/days.ts';
import { type FlagPlace, flagAbout, flagPlace, flagSentence } from '../domain/flags/flagAbout.ts';
import { byUrgency, URGENCY_OF, type Urgency } from '../domain/flags/urgency.ts';
import { type PlanNames, planNames } from '../domain/plan/planNames.ts';
import { flagsAsSeen } from '../domain/seen/flagsAsSeen.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Flag, Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';
import { readHidden, type SeenStore } from './readHidden.ts';

/** So long what was resolved is still shown. */
const RESOLVED_DAYS = 30;

/** A flag as people read it. */
export interface SignalView extends Pick<Flag, 'flag' | 'date' | 'raisedAt' | 'resolvedAt' | 'todo'> {
  readonly about: string;
  readonly text: string;
  readonly urgency: Urgency;
  readonly place: FlagPlace;
}

export interface TrajectorySignals extends Pick<Trajectory, 'id' | 'title' | 'clock'> {
  /** The most urgent first. */
  readonly standing: readonly SignalView[];
  /** Of the last 30 days, the last one resolved first. */
  readonly resolved: readonly SignalView[];
}

/** The flags of a trajectory that this viewer may see: those that stand, and those that were resolved of late. Refuses UNKNOWN_TRAJECTORY. */
export async function readSignals(
  store: SeenStore & Pick<RecordStore, 'trajectory' | 'flags'>,
  id: string,
  now: string,
  viewer: Viewer = ANYBODY,
): Promise<TrajectorySignals> {
  const trajectory = await knownTrajectory(store, id);
  const today = todayOf(trajectory, now);
  const [plan, all] = await Promise.all([store.plan(trajectory), store.flags(id)]);
  // Most trajectories have no flag most of the time: then there is nothing to leave out.
  const flags = all.length === 0 ? all : flagsAsSeen(await readHidden(store, trajectory, viewer, today), all);
  const names = planNames(plan);
  const since = addDays(today, -RESOLVED_DAYS);
  return {
    id,
    title: trajectory.title,
    clock: trajectory.clock,
    standing: byUrgency(flags.filter(({ resolvedAt }) => !resolvedAt)).map((flag) => signalView(names, flag)),
    resolved: flags
      .filter(({ resolvedAt }) => resolvedAt && dayOf(resolvedAt) >= since)
      .sort((a, b) => (b.resolvedAt ?? '').localeCompare(a.resolvedAt ?? ''))
      .map((flag) => signalView(names, flag)),
  };
}

export function signalView(names: PlanNames, flag: Flag): SignalView {
  const { date, raisedAt, resolvedAt, todo, subject, reason } = flag;
  return {
    flag: flag.flag,
    date,
    raisedAt,
    resolvedAt,
    todo,
    about: flagAbout(names, flag),
    text: flagSentence(subject, reason),
    urgency: URGENCY_OF[flag.flag],
    place: flagPlace(names, flag),
  };
}
