import type { Day } from '../calendar/days.ts';

/** A date that was moved, and why: kept with the date and shown with it. */
export interface MovedDay {
  readonly from: Day;
  readonly to: Day;
  /** A Dutch sentence without a full stop: "18 mei 2027 valt in het zomerreces van Raad Harlingen". */
  readonly reason: string;
}

/** By when something must be done, and how that day came about. */
export interface DueDate {
  readonly day: Day;
  /** The meeting at which the body can decide in time; absent when there is none, or when nobody meets for it. */
  readonly meeting?: Day | undefined;
  /** Papers must be in by this day; the same as `day` when nobody meets for it. Reminded of and flagged first. */
  readonly papersBy: Day;
  /** No meeting calendar says so: working days are assumed. */
  readonly assumed: boolean;
  readonly moved: readonly MovedDay[];
}

export interface MilestoneForecast {
  readonly id: string;
  /** First day anything can be done for it, and the day it is expected to be completed. */
  readonly start: Day;
  readonly finish: Day;
  readonly completed: boolean;
  /** Working days between the expected finish and the due day; negative: late. */
  readonly slack: number;
  /** What determined its start: the milestone it waits for that finishes last; absent: its own period, or today. */
  readonly after?: string | undefined;
  readonly moved: readonly MovedDay[];
}

export interface Planning {
  readonly milestones: ReadonlyMap<string, { readonly due: DueDate; readonly forecast: MilestoneForecast }>;
  /** Due dates of bodies, by `requestKeyOf(round family, stage index, body)`; also of rounds that are not open yet. */
  readonly requests: ReadonlyMap<string, DueDate>;
  /** From today to the last decision of the plan, in order. */
  readonly criticalPath: readonly string[];
  /** When the last decision of the plan is expected. */
  readonly finish: Day;
}

export function requestKeyOf(family: string, stage: number, body: string): string {
  return `${family}#${stage}#${body}`;
}
