import type { Day } from '../calendar/days.ts';
import type { SourceMapping } from '../intake/sourceMapping.ts';
import type { CouncilDecision } from './councilDecision.ts';

export type PollSettings = NonNullable<SourceMapping['poll']>;

/** Days of meetings that are looked at, both included. */
export interface PollWindow {
  readonly from: Day;
  readonly until: Day;
}

/** One question to a council system. */
export interface CouncilRequest {
  readonly url: string;
  /** Absent: it is a GET. */
  readonly post?: { readonly contentType: string; readonly body: string; readonly soapAction?: string };
  /** Which of the system's answers this brings, and what its reader must know besides the answer. */
  readonly step: string;
  readonly context: Readonly<Record<string, string>>;
  readonly limits: ReadingLimits;
}

export interface ReadingLimits {
  readonly mostBytes: number;
  readonly longestMs: number;
}

/** What an answer says. Readers are total: any text gives one of these. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly decisions: readonly CouncilDecision[];
      /** Items in which the fields were missing that make a decision. */
      readonly skipped: number;
      /** Items without an outcome (yet). */
      readonly undecided: number;
      readonly more: readonly CouncilRequest[];
    }
  | LayoutChanged
  /** They will not answer us: a Dutch sentence why. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Nothing in the answer is what it used to be: a Dutch sentence what was expected. */
export interface LayoutChanged {
  readonly kind: 'layout-changed';
  readonly sentence: string;
}

export interface ReadingContext {
  readonly poll: PollSettings;
  readonly today: Day;
  /** May this be about something that is expected of the council? What is not is not asked further about. */
  readonly mayMatter: (text: string) => boolean;
}

/** How a council system is asked, and how its answers are read; docs/council-systems.md says where that was found. */
export interface CouncilSystem {
  /** As a person calls it. */
  readonly name: string;
  /** The first question; a Dutch sentence when a setting is missing. */
  first(poll: PollSettings, window: PollWindow): CouncilRequest | { readonly missing: string };
  read(request: CouncilRequest, answer: string, context: ReadingContext): Reading;
}

export const JSON_LIMITS: ReadingLimits = { mostBytes: 1_048_576, longestMs: 5_000 };

export const NOTHING_READ = { kind: 'read', decisions: [], skipped: 0, undecided: 0, more: [] } as const;

export function layoutChanged(system: string, expected: string): LayoutChanged {
  return {
    kind: 'layout-changed',
    sentence: `Het antwoord van ${system} ziet er anders uit dan voorheen (${expected}). Waarschuw de beheerder; voer uitkomsten zolang met de hand in.`,
  };
}
