import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { movedOffNonWorkingDay } from '../planning/movedDays.ts';
import type { MovedDay } from '../planning/planning.ts';
import { addDays, type Day } from './days.ts';
import { dutchDay } from './dutchDay.ts';
import { addWorkingDays, nextWorkingDay } from './workingDays.ts';

export type TermUnit = 'days' | 'weeks' | 'months';

export interface Term {
  /** A whole number, 1 or more. */
  readonly length: number;
  readonly unit: TermUnit;
}

export interface TermEnd {
  readonly day: Day;
  /** Why it does not end where counting alone would end it; empty when it does. */
  readonly moved: readonly MovedDay[];
}

/** Algemene termijnenwet art. 4 under a: longer terms do not run on, for a day more or less weighs little there. */
const LONGEST_THAT_RUNS_ON: Readonly<Record<TermUnit, number>> = { days: 90, weeks: 12, months: 3 };
/** Art. 2: a term of at least so many days has at least so many working days in it. */
const SHORT_TERM = { days: 3, workingDays: 2 } as const;

/**
 * The last day of a term that is counted forward from a day, which is itself not part of it. One that ends on a
 * weekend day or holiday runs on to the next working day (Algemene termijnenwet art. 1 lid 1); one of three days or
 * more gets as many days as it takes to have two working days in it (art. 2). A term of months ends on the day with
 * the same number, or on the last day of the month that has no such day.
 */
export function endOfTerm(from: Day, term: Term): TermEnd {
  const counted = countTerm(from, term, 1);
  if (term.length > LONGEST_THAT_RUNS_ON[term.unit]) return { day: counted, moved: [] };
  const twoIn = addWorkingDays(from, SHORT_TERM.workingDays);
  const isShort = term.unit === 'days' && term.length < SHORT_TERM.days;
  if (!isShort && twoIn > counted) {
    const reason = `een termijn tot en met ${dutchDay(counted)} zou geen twee werkdagen tellen`;
    return { day: twoIn, moved: [{ from: counted, to: twoIn, reason }] };
  }
  const day = nextWorkingDay(counted);
  return { day, moved: movedOffNonWorkingDay(counted, day) };
}

/** The day a term before `until` begins: counted backwards it stays where it falls, working day or not (art. 1 lid 2). */
export function startOfTermBefore(until: Day, term: Term): Day {
  return countTerm(until, term, -1);
}

function countTerm(from: Day, { length, unit }: Term, sign: 1 | -1): Day {
  if (!Number.isSafeInteger(length) || length < 1)
    throw new RangeError(`${length} is not a whole number of ${unit}, 1 or more`);
  if (unit === 'days') return addDays(from, sign * length);
  if (unit === 'weeks') return addDays(from, sign * length * 7);
  const day = PlainDate.fromString(from, Calendar.getISO);
  return PlainDate.toString(PlainDate.addMonths(day, sign * length));
}
