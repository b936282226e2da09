import type { Day } from '../calendar/days.ts';
import type { Person } from '../contacts/contact.ts';
import type { Body } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { ComposedMail } from './compose.ts';
import { drawFor } from './drawFor.ts';
import { newLink } from './texts/newLink.ts';

export interface NewLinkMatter {
  readonly plan: Plan;
  readonly body: Body;
  /** Of the round that is to be answered. */
  readonly title: string;
  readonly roundId: string;
  readonly reference: string;
}

/** The message with which a person gets a new link for the one that was outdated or used. */
export function composeNewLink(matter: NewLinkMatter, person: Person, link: string, on: Day): ComposedMail {
  return drawFor([person], matter.plan, matter.reference, (words) =>
    newLink(words, matter, person, link, on),
  );
}
