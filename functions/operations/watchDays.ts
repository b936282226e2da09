import { addDays, atTime, dayOf, daysBetween } from '../domain/calendar/days.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { RecordStore } from './ports.ts';

/** The watch's hour on a day it missed; today's watch runs at the moment it was started. */
export const WATCH_HOUR = '07:30';

/**
 * One run does at most this many days of a trajectory, the oldest first; the next run goes on. Its executions stay
 * within 256 KiB of output and 25,000 events (Step Functions quotas): a summary of a day is some 0.2 to 0.5 KB, so
 * 500 of them are 250 KB at most; an iteration takes 7 events, 31 with all its retries, so 500 take 15,500. A month
 * for each of sixteen trajectories, and fewer days for each where there are more; then a page's sums are one summary, so
 * that up to 2,500 trajectories have two days a run: with one only, a missed morning would never be made up for.
 */
export const MOST_DAYS = 31;
export const MOST_SUMMARIES = 500;
/** Of all trajectories on all days of a run: an id is at most 27 bytes in JSON, and what is left is told by id too. */
export const MOST_NAMES = 5000;

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
  const today = dayOf(at);
  const many = trajectories.length;
  const brief = many > MOST_SUMMARIES / 2;
  const summaries = brief ? Math.ceil(many / PAGE) : many;
  const most = Math.max(
    1,
    Math.min(MOST_DAYS, Math.floor(MOST_SUMMARIES / summaries), Math.floor(MOST_NAMES / many)),
  );
  const byMoment = new Map<string, Due>();
  for (const id of trajectories) {
    const trajectory = await readable(store, id);
    // Its day fails by itself, and says so; the others have theirs.
    if (trajectory === 'unreadable') {
      add(byMoment, at, id);
      continue;
    }
    // Before it started there was nothing to watch.
    if (!trajectory || today < dayOf(trajectory.startedAt)) continue;
    // Starting did the work of its own day.
    const first = addDays(trajectory.watchedUntil ?? dayOf(trajectory.startedAt), 1);
    const missed = Math.max(0, daysBetween(first, today));
    for (let done = 0; done < Math.min(missed, most); done++) {
      const due = add(byMoment, atTime(addDays(first, done), WATCH_HOUR), id);
      due.real = trajectory.clock === 'real';
      if (done === most - 1) due.left[id] = missed + 1 - most;
    }
    if (missed < most) add(byMoment, at, id);
  }
  return [...byMoment]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([moment, due]) => ({
      at: moment,
      pages: pagesOf(moment, due, {
        // A simulated trajectory is played day by day: its mornings pass without being missed, unless it is said.
        missed: moment !== at && (missed || due.real),
        brief,
      }),
    }));
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
