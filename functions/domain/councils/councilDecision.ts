import type { Day } from '../calendar/days.ts';
import type { Outcome } from '../decision/outcomes.ts';

/** What a council did with a proposal, in the words its systems use; `anders`: something only a person can read. */
export const SAID = [
  'aangenomen',
  'gewijzigd',
  'verworpen',
  'aangehouden',
  'doorgeschoven',
  'ingetrokken',
  'kennisgenomen',
  'anders',
] as const;
export type Said = (typeof SAID)[number];

/** A decision as a council system publishes it. */
export interface CouncilDecision {
  /** Stable in its source: the same decision is found again under it. */
  readonly externalId: string;
  readonly meetingDay: Day;
  /** Without markup. */
  readonly title: string;
  /** What else is said of it, without markup; empty when nothing is. */
  readonly text: string;
  readonly said: Said;
  /** The outcome as it was written. */
  readonly saidAs: string;
  /** Where a person can read it. */
  readonly url?: string | undefined;
}

/**
 * What a word of theirs means among our outcomes; undefined: a person must say. Both words for a deferral come without
 * a new date, so that the one who confirms must give one.
 */
export const OUTCOME_OF: Readonly<Record<Said, Outcome | undefined>> = {
  aangenomen: 'adopted',
  gewijzigd: 'amended',
  verworpen: 'rejected',
  aangehouden: 'deferred',
  doorgeschoven: 'deferred',
  kennisgenomen: 'noted',
  ingetrokken: undefined,
  anders: undefined,
};
