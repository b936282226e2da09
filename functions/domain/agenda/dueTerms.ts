import type { Calendars } from '../meetings/calendar.ts';
import type { Plan } from '../plan/schema.ts';
import { dueDates } from '../planning/dueDates.ts';
import type { DueDate } from '../planning/planning.ts';

/** By when bodies must decide, by plan and calendars alone: nothing of the record is read for it. */
export interface DueTerms {
  readonly calendars: Calendars;
  /** By `requestKeyOf(round family, stage index, body)`. */
  readonly requests: ReadonlyMap<string, DueDate>;
  /** Rises with every change of plan or calendar. */
  readonly sequence: number;
}

export function dueTermsOf(
  plan: Plan,
  planVersion: number,
  { calendars, version }: { readonly calendars: Calendars; readonly version: number },
): DueTerms {
  return {
    calendars,
    requests: dueDates(plan, calendars).requests,
    sequence: sequenceOfTiming(planVersion, version),
  };
}

export function sequenceOfTiming(planVersion: number, calendarsVersion: number): number {
  return planVersion - 1 + calendarsVersion;
}
