import type { Round, Verdict } from '../domain/round/round.ts';
import type { Flag, Trajectory } from '../domain/trajectory.ts';

export type MilestoneStatus = 'waiting' | 'open' | 'completed' | 'withdrawn';

export interface MilestoneView {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly period: string;
  readonly status: MilestoneStatus;
  readonly dueOn: string;
  readonly completedOn: string | null;
  readonly waitsFor: readonly string[];
  readonly owner: string | readonly string[];
  /** What the plan file says beside it. */
  readonly note: string | null;
}

/** What a body answered or still has to answer; never a token. */
export interface RequestView {
  readonly body: string;
  readonly name: string;
  readonly role: string;
  /** `expected`: part of the round, not asked yet. */
  readonly status: 'expected' | 'open' | 'decided' | 'closed';
  readonly askedAt: string | null;
  readonly outcome: string | null;
  readonly decidedOn: string | null;
  readonly newDate: string | null;
  readonly reference: string | null;
  readonly note: string | null;
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
  readonly milestones: readonly MilestoneView[];
  readonly rounds: readonly RoundView[];
  /** Who is to answer now, over all open rounds. */
  readonly openRequests: readonly (RequestView & { readonly round: string })[];
  readonly flags: readonly Flag[];
  /** Mails that were refused and are tried again, as sentences. */
  readonly failedMails: readonly string[];
}
