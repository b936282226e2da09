import { type BodyDifferences, bodyDifferences } from '../importFile/bodyDifferences.ts';
import { grouped } from '../importFile/grouped.ts';
import type { Contact } from './contact.ts';
import { contactWords } from './contactWords.ts';

const HOW = {
  // Who gets another address, or another end of the term, is the same person.
  keyOf: ({ role, name }: Contact) => `${role} ${name}`,
  wordsOf: contactWords,
};

/** What these contacts, which replace all those of their bodies, change. */
export function contactDifferences(before: readonly Contact[], given: readonly Contact[]): BodyDifferences[] {
  const known = grouped(before, ({ body }) => body);
  return [...grouped(given, ({ body }) => body)].map(([body, ofBody]) =>
    bodyDifferences(body, known.get(body) ?? [], ofBody, HOW),
  );
}
