import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { MailParts } from '../layout.ts';

/** What a text fills in of a mail; the reference is added when it is drawn. */
export type Told = Omit<MailParts, 'reference'>;

/** The body by its id; one that the plan no longer has is named by its id. */
export function named(bodies: readonly Body[], id: string): Body {
  return bodies.find((body) => body.id === id) ?? { id, name: id, group: 'rac', mail: '' };
}

/** Beside a personal link. Whoever has it can answer, so it is not to be passed on. */
export const ANSWER_BY_LINK =
  'Leg de uitkomst, de datum en het kenmerk van uw besluit vast met uw persoonlijke link hieronder. Stuur die link niet door: wie hem heeft, kan namens u antwoorden.';

/** Who speaks, and that a person reads the answer. */
export function footer(plan: Plan): string {
  return `Besluitketen, namens ${plan.lead.name}. U kunt op dit bericht antwoorden; het komt bij ${plan.lead.mail} aan.`;
}
