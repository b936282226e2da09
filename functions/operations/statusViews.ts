import type { MovedDay } from '../domain/planning/planning.ts';
import type { Round, Verdict } from '../domain/round/round.ts';
import type { Flag, Trajectory } from '../domain/trajectory.ts';

export type MilestoneStatus = 'waiting' | 'open' | 'completed' | 'withdrawn';

export interface MilestoneView {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly period: string;
  readonly status: MilestoneStatus;
  /** Its due day by plan and calendars, and why it is no other day. */
  readonly dueOn: string;
  readonly moved: readonly MovedDay[];
  readonly forecast: ForecastView;
  readonly completedOn: string | null;
  readonly waitsFor: readonly string[];
  readonly owner: string | readonly string[];
  /** What the plan file says beside it. */
  readonly note: string | null;
}

/** When a milestone can be completed at the earliest, as things stand. */
export interface ForecastView {
  /** First day anything can be done for it; of what has begun, the day it began. */
  readonly startsOn: string;
  readonly expectedOn: string;
  /** Working days between that day and its due day; negative: late. */
  readonly slack: number;
  /** It determines when the last decision of the plan is expected. */
  readonly critical: boolean;
  readonly moved: readonly MovedDay[];
  /** What happens to its bodies meanwhile: "Raad Harlingen: gemeenteraadsverkiezingen op 18 maart 2026". */
  readonly facts: readonly string[];
}

/** What a body answered or still has to answer; never a token. */
export interface RequestView {
  readonly body: string;
  readonly name: string;
  readonly role: string;
  /** `expected`: part of the round, not asked yet. */
  readonly status: 'expected' | 'open' | 'decided' | 'closed';
  readonly askedAt: string | null;
  /** By when it must answer, its papers be handed in, and why then; null when the plan asks it no more. */
  readonly dueOn: string | null;
  readonly papersBy: string | null;
  readonly moved: readonly MovedDay[];
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly newDate: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  /** Until when its answer is not public; decided without an outcome: the viewer may not see it. Null when it is. */
  readonly embargo: string | null;
  readonly silence: boolean;
  /** Until when a noting body's silence does not count yet. */
  readonly silenceOn: string | null;
}

export interface RoundView {
  readonly id: string;
  readonly title: string;
  readonly status: Round['status'];
  readonly verdict: Verdict | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly revisionNote: string | null;
  readonly revised: boolean;
  readonly stage: number;
  readonly epoch: number;
  readonly requests: readonly RequestView[];
}

export interface TrajectoryStatus {
  readonly trajectory: string;
  readonly title: string;
  readonly clock: Trajectory['clock'];
  readonly lead: string;
  readonly startedAt: string;
  /** The day all of this is as seen from; of a simulation, the day it has come to. */
  readonly today: string;
  /** When the last decision is expected, and the milestones that determine it, in order. */
  readonly forecast: { readonly finish: string; readonly criticalPath: readonly string[] };
  /** The last time its plan was replaced. */
  readonly replanned: { readonly version: number; readonly on: string; readonly reason: string } | null;
  readonly milestones: readonly MilestoneView[];
  readonly rounds: readonly RoundView[];
  /** Who is to answer now, over all open rounds. */
  readonly openRequests: readonly (RequestView & { readonly round: string })[];
  /** With what each is about in the words of people. */
  readonly flags: readonly (Flag & { readonly about: string })[];
  /** Mails that were refused and are tried again, as sentences. */
  readonly failedMails: readonly string[];
}
