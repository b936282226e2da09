import { addDays, type Day } from '../calendar/days.ts';
import { addWorkingDays, nextWorkingDay } from '../calendar/workingDays.ts';
import type { DueDate } from '../planning/planning.ts';
import type { Ladder } from './ladder.ts';

/** One reminder of a ladder, due from a working day on. Its key holds the due day: a moved date begins a new ladder. */
export interface Rung {
  /** `remind-2026-06-09-b10` (ten working days before), `remind-2026-06-09-o2` (second time overdue). */
  readonly key: string;
  readonly day: Day;
  readonly kind: 'before' | 'overdue';
  readonly escalates: boolean;
}

const REMINDER = 'remind-';

/** Is it a reminder whose state is kept under this key? */
export function isReminder(key: string): boolean {
  return key.startsWith(REMINDER);
}

/** All rungs in the order of their days: before papers are due, then from the first working day after the due day. */
export function rungsOf(ladder: Ladder, due: Pick<DueDate, 'day' | 'papersBy'>): Rung[] {
  const before = [...new Set(ladder.before)].map(
    (days): Rung => ({
      key: `${REMINDER}${due.day}-b${days}`,
      day: days === 0 ? due.papersBy : addWorkingDays(due.papersBy, -days),
      kind: 'before',
      escalates: false,
    }),
  );
  const firstOverdue = nextWorkingDay(addDays(due.day, 1));
  const overdue = Array.from(
    { length: ladder.most },
    (_each, index): Rung => ({
      key: `${REMINDER}${due.day}-o${index + 1}`,
      day: addWorkingDays(firstOverdue, index * ladder.every),
      kind: 'overdue',
      escalates: index + 1 >= ladder.escalateFrom,
    }),
  );
  return [...before, ...overdue].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The rung that stands on `today`: the last whose day has come. Earlier ones that were never sent are not made up
 * for: after an outage people get one reminder. One that came before the work was asked for (`since`) is no reminder.
 */
export function rungOn(
  ladder: Ladder,
  due: Pick<DueDate, 'day' | 'papersBy'>,
  since: Day,
  today: Day,
): Rung | undefined {
  return rungsOf(ladder, due).findLast(({ day }) => since < day && day <= today);
}

/** The first rung that is still to come after `today`; none when the ladder is at its end. */
export function nextRung(
  ladder: Ladder,
  due: Pick<DueDate, 'day' | 'papersBy'>,
  since: Day,
  today: Day,
): Rung | undefined {
  return rungsOf(ladder, due).find(({ day }) => since < day && today < day);
}
