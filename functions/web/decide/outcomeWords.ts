import type { Outcome } from '../../domain/decision/outcomes.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';

/** As a choice of its own: with a capital. */
export function outcomeTitle(outcome: Outcome): string {
  const word = OUTCOME_WORD[outcome];
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What belongs to a choice. */
export const OUTCOME_HINT: Readonly<Partial<Record<Outcome, string>>> = {
  adopted: 'zoals het is voorgesteld',
  amended: 'schrijf hieronder wat er is gewijzigd',
  deferred: 'vul ook in tot wanneer',
  advised: 'schrijf het advies in de toelichting',
};
