import { addDays, type Day } from '../../calendar/days.ts';
import { type Period, periodOf, quarterOf } from '../../calendar/periods.ts';
import { nextWorkingDay } from '../../calendar/workingDays.ts';
import { Refusal } from '../../refusal.ts';

const QUARTER = /^2[01][0-9]{2}-Q[1-4]$/;

/** Whether this is a quarter as addresses have it. */
export function isQuarter(text: string): boolean {
  return QUARTER.test(text);
}

/** A quarter as a person writes it, `2026-Q1`. Refuses INVALID_INPUT. */
export function readQuarter(text: string): string {
  const quarter = text.trim().toUpperCase();
  if (!QUARTER.test(quarter))
    throw new Refusal('INVALID_INPUT', `${JSON.stringify(text)} is geen kwartaal; schrijf het als 2026-Q1.`);
  return quarter;
}

export function daysOfQuarter(quarter: string): Period {
  return periodOf(quarter);
}

export function quarterBefore(quarter: string): string {
  return quarterOf(addDays(periodOf(quarter).from, -1));
}

export function quarterAfter(quarter: string): string {
  return quarterOf(addDays(periodOf(quarter).until, 1));
}

/** The last quarter whose statement is due on a day: from the first working day after the quarter on. */
export function quarterToTell(day: Day): string {
  const last = quarterBefore(quarterOf(day));
  const due = nextWorkingDay(addDays(periodOf(last).until, 1));
  return day >= due ? last : quarterBefore(last);
}

/** How many quarters there are from one up to and including another; 0 or less when that is before it. */
export function quartersFrom(first: string, last: string): number {
  const index = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return index(last) - index(first) + 1;
}
