import { type BodyDifferences, bodyDifferences } from '../importFile/bodyDifferences.ts';
import { grouped } from '../importFile/grouped.ts';
import type { Contact } from './contact.ts';
import { contactWords } from './contactWords.ts';

const HOW = {
  // Who gets another address, or another end of the term, is the same person.
  keyOf: ({ role, name }: Contact) => `${role} ${name}`,
  wordsOf: contactWords,
};

/** What these contacts, which replace all those of these bodies, change; unless said of the bodies that they are of. */
export function contactDifferences(
  before: readonly Contact[],
  after: readonly Contact[],
  bodies: Iterable<string> = new Set(after.map(({ body }) => body)),
): BodyDifferences[] {
  const known = grouped(before, ({ body }) => body);
  const given = grouped(after, ({ body }) => body);
  return [...bodies].map((body) => bodyDifferences(body, known.get(body) ?? [], given.get(body) ?? [], HOW));
}
