import { addDays, atTime, type Day, dayOf, daysBetween } from '../domain/calendar/days.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { RecordStore } from './ports.ts';

/** The watch's hour on a day it missed; today's watch runs at the moment it was started. */
export const WATCH_HOUR = '07:30';

/**
 * One run does at most this many days of a trajectory, the oldest first; the next run goes on. Its executions stay
 * within 256 KiB of output and 25,000 events (Step Functions quotas): a summary of a day is some 0.2 to 0.5 KB, so
 * 500 of them are 250 KB at most; an iteration takes 7 events, 31 with all its retries, so 500 take 15,500. Where each
 * trajectory's own summaries would be more, only the sums of the pages are told: an outage is caught up with, however
 * many trajectories there are.
 */
export const MOST_DAYS = 31;
export const MOST_SUMMARIES = 500;

/** The days of a run name their trajectories, each in some 35 bytes: together 175 KB of the same 256. */
const MOST_NAMES = 5000;

/** One function run watches so many trajectories; the state machine runs several pages of a day at once. */
export const PAGE = 25;

export interface DayToWatch {
  readonly at: string;
  readonly pages: readonly PageToWatch[];
}

/** What one run of the watching function does: some trajectories, on one day. */
export interface PageToWatch {
  readonly at: string;
  /** The morning itself has passed: nobody is reminded for it any more. */
  readonly missed: boolean;
  /** So many trajectories are watched that only the sums of a page are told. */
  readonly brief: boolean;
  readonly trajectories: readonly string[];
  /** The days that are left for the next run, of the trajectories for which this is the last day of this one. */
  readonly left?: Readonly<Record<string, number>>;
}

/**
 * The days the watch has to do at `at`: for each trajectory those since its last one, in order, so that five
 * missed days give the rows that five mornings would have given; as many as one run may do. A trajectory that is
 * watched for a day it has had already is watched for that day again.
 */
export async function daysToWatch(
  store: RecordStore,
  at: string,
  only: string | undefined,
  missed = false,
): Promise<DayToWatch[]> {
  const trajectories = only === undefined ? await store.activeTrajectories('real') : [only];
  const owed: Owed[] = [];
  for (const id of trajectories) owed.push(...(await owedDays(store, id, dayOf(at))));
  const { most, brief } = boundsOf(owed);
  const byMoment = new Map<string, Due>();
  for (const { id, first, missed: before, real } of owed) {
    for (let done = 0; done < Math.min(before, most); done++) {
      const due = add(byMoment, atTime(addDays(first, done), WATCH_HOUR), id);
      due.real = real;
      if (done === most - 1) due.left[id] = before + 1 - most;
    }
    if (before < most) add(byMoment, at, id);
  }
  return [...byMoment]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([moment, due]) => ({
      at: moment,
      // A simulated trajectory is played day by day: its mornings pass without being missed, unless it is said.
      pages: pagesOf(moment, due, { missed: moment !== at && (missed || due.real), brief }),
    }));
}

/** The days a trajectory is behind, from `first` on, and today. */
interface Owed {
  readonly id: string;
  readonly first: Day;
  readonly missed: number;
  readonly real: boolean;
}

async function owedDays(store: RecordStore, id: string, today: Day): Promise<Owed[]> {
  const trajectory = await readable(store, id);
  // Its day fails by itself, and says so; the others have theirs.
  if (trajectory === 'unreadable') return [{ id, first: today, missed: 0, real: true }];
  // Before it started there was nothing to watch.
  if (!trajectory || today < dayOf(trajectory.startedAt)) return [];
  // Starting did the work of its own day.
  const first = addDays(trajectory.watchedUntil ?? dayOf(trajectory.startedAt), 1);
  const missed = Math.max(0, daysBetween(first, today));
  return [{ id, first, missed, real: trajectory.clock === 'real' }];
}

/** How many days of each trajectory this run does, and whether it tells only the sums of its pages. */
function boundsOf(owed: readonly Owed[]): { readonly most: number; readonly brief: boolean } {
  const longest = owed.reduce((days, { missed }) => Math.max(days, missed + 1), 1);
  const brief = owed.length * Math.min(longest, MOST_DAYS) > MOST_SUMMARIES;
  const summariesADay = brief ? Math.ceil(owed.length / PAGE) : owed.length;
  const most = Math.min(MOST_DAYS, MOST_SUMMARIES / summariesADay, MOST_NAMES / owed.length);
  return { most: Math.max(1, Math.floor(most)), brief };
}

function pagesOf(at: string, { ids, left }: Due, how: Pick<PageToWatch, 'missed' | 'brief'>): PageToWatch[] {
  return Array.from({ length: Math.ceil(ids.length / PAGE) }, (_each, index) => {
    const page = ids.slice(index * PAGE, (index + 1) * PAGE);
    const leftHere = Object.fromEntries(Object.entries(left).filter(([id]) => page.includes(id)));
    return { at, ...how, trajectories: page, ...(Object.keys(leftHere).length > 0 && { left: leftHere }) };
  });
}

interface Due {
  readonly ids: string[];
  readonly left: Record<string, number>;
  real: boolean;
}

function add(byMoment: Map<string, Due>, moment: string, id: string): Due {
  const due = byMoment.get(moment) ?? { ids: [], left: {}, real: false };
  due.ids.push(id);
  byMoment.set(moment, due);
  return due;
}

async function readable(store: RecordStore, id: string): Promise<Trajectory | 'unreadable' | undefined> {
  try {
    return await store.trajectory(id);
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return 'unreadable';
  }
}
