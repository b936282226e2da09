import { OUTCOMES, type Outcome } from '../../decision/outcomes.ts';

/** What a source says of a decision, whatever protocol it came by. Everything but its text may be missing. */
export interface ReadDecision {
  /** The names under which the mapping may know this kind of decision: a URL, a description, an event's type. */
  readonly types: readonly string[];
  readonly cases: readonly string[];
  readonly day?: string | undefined;
  readonly reference?: string | undefined;
  readonly text: string;
  readonly organ?: 'college' | 'council' | undefined;
  /** Said outright, by a sender that knows our names (Standard Webhooks, docs/sources.md). */
  readonly said?:
    | {
        readonly trajectory?: string | undefined;
        readonly round?: string | undefined;
        readonly body?: string | undefined;
        readonly outcome?: Outcome | undefined;
        readonly newDate?: string | undefined;
      }
    | undefined;
}

/** "gemeenteraad", "Burgemeester en wethouders"; a committee of the council is neither. */
export function organOf(text: string | undefined): ReadDecision['organ'] {
  if (!text) return undefined;
  if (/commissie/i.test(text)) return undefined;
  if (/college|burgemeester|wethouder|b&w/i.test(text)) return 'college';
  return /\braad|gemeenteraad/i.test(text) ? 'council' : undefined;
}

export function outcomeOf(text: unknown): Outcome | undefined {
  return OUTCOMES.find((outcome) => outcome === text);
}
