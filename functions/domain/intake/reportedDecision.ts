import type { Day } from '../calendar/days.ts';
import type { Outcome } from '../decision/outcomes.ts';

export type MunicipalBody = 'college' | 'council';

/** Where a decision belongs and what it was, in our own words. */
export interface SaidOutright {
  readonly trajectory?: string | undefined;
  readonly round?: string | undefined;
  readonly body?: string | undefined;
  readonly outcome?: Outcome | undefined;
  /** Of a deferral. */
  readonly newDate?: Day | undefined;
}

/** A decision as a document system tells of it, whatever the protocol; what it leaves open a person must say. */
export interface ReportedDecision {
  /** What the source calls it: its address, otherwise its identification. The same decision has the same name. */
  readonly about: string;
  /** By which a mapping may name its kind: besluittype (URL and omschrijving), or the type of the event. */
  readonly types: readonly string[];
  /** The case it belongs to: URL and identification. */
  readonly cases: readonly string[];
  readonly on: Day;
  /** RSIN of the organisation whose decision it is. */
  readonly organisation?: string | undefined;
  /** Who took it, where `bestuursorgaan` says so in so many words. */
  readonly body?: MunicipalBody | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  /** Said outright, by a sender that knows our names (Standard Webhooks and CloudEvents of one's own making). */
  readonly said?: SaidOutright | undefined;
  /** In a few words, for a person. */
  readonly title: string;
}

const COUNCIL = /\braad\b|gemeenteraad/i;
const COLLEGE = /college|burgemeester en wethouders|\bb\s*(&|en)\s*w\b/i;

/** `gemeenteraad` → council, `College van B&W` → college; both, or neither, says nothing. */
export function bodyOfBestuursorgaan(text: string | undefined): MunicipalBody | undefined {
  const council = COUNCIL.test(text ?? '');
  const college = COLLEGE.test(text ?? '');
  if (council === college) return undefined;
  return council ? 'council' : 'college';
}

/** A body of a municipality, and of no other: `GM0072/college`. */
export function bodyOf(municipality: string, body: MunicipalBody): string {
  return `${municipality}/${body}`;
}

/** Both bodies for which a source of this municipality may speak; a joint body speaks for itself. */
export function bodiesOfMunicipality(municipality: string): readonly string[] {
  return [bodyOf(municipality, 'college'), bodyOf(municipality, 'council')];
}
