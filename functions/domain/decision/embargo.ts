import { addDays, type Day } from '../calendar/days.ts';
import { dutchDay } from '../calendar/dutchDay.ts';
import type { Answer } from './answer.ts';

/** A college's decision list is public within two weeks; a month leaves room for recess, and nothing is hidden for good. */
export const MOST_EMBARGO_DAYS = 31;

/** "Niet openbaar tot" a day: on that day itself, in Europe/Amsterdam, it is public. */
export function isUnderEmbargo(embargo: Day | undefined, today: Day): embargo is Day {
  return embargo !== undefined && today < embargo;
}

/** What others see of an answer under embargo, wherever that is: never more. */
export function givenWords(embargo: Day): string {
  return `antwoord gegeven, nog niet openbaar tot ${dutchDay(embargo)}`;
}

/** Colleges decide behind closed doors; a council, and a committee of councillors, decides in public. */
export function mayHaveEmbargo(body: string): boolean {
  return body.endsWith('/college');
}

type WithEmbargo = Pick<Answer, 'body' | 'on' | 'embargo'> & { readonly outcome: string };

/** Why this answer cannot be under this embargo, as a sentence that says what to do; undefined where it can. */
export function mistakeInEmbargo({ body, outcome, on, embargo }: WithEmbargo): string | undefined {
  if (embargo === undefined) return undefined;
  if (!mayHaveEmbargo(body))
    return 'Alleen een antwoord van een college kan nog niet openbaar zijn: raden en commissies besluiten in het openbaar. Laat deze datum weg.';
  if (outcome === 'deferred')
    return 'Aanhouden kan niet onder embargo: anderen plannen op de nieuwe datum. Laat de datum van openbaarheid weg.';
  if (embargo < on)
    return `Het antwoord kan niet openbaar worden (${dutchDay(embargo)}) vóór de dag van het besluit; kies een latere datum of laat hem weg.`;
  const last = addDays(on, MOST_EMBARGO_DAYS);
  if (embargo > last)
    return `Een antwoord is hoogstens ${MOST_EMBARGO_DAYS} dagen niet openbaar; kies een datum tot en met ${dutchDay(last)}.`;
  return undefined;
}
