import type { FileMistake } from '../importFile/fileMistake.ts';
import { grouped } from '../importFile/grouped.ts';
import { type Contact, contactSchema } from './contact.ts';

/** A line of a contacts file: a person, with at most one of the replacements. */
export interface ContactLine {
  readonly line: number;
  readonly contact: Contact;
}

const personOf = ({ replacements: _several, ...person }: Contact) => JSON.stringify(person);

/** Two who stand in on the same day would leave open which of them is asked. */
export function overlappingReplacements(read: readonly ContactLine[]): FileMistake[] {
  return [...grouped(read, ({ contact }) => personOf(contact)).values()].flatMap((lines) =>
    lines.flatMap(({ line, contact }, index) => {
      const replacement = contact.replacements[0];
      const before = lines
        .slice(0, index)
        .find(({ contact: { replacements } }) =>
          replacements.some(
            (each) => replacement && each.from <= replacement.until && replacement.from <= each.until,
          ),
        );
      return before && JSON.stringify(before.contact) !== JSON.stringify(contact)
        ? [
            {
              line,
              problem: `deze vervanging van ${contact.name} overlapt met die op regel ${before.line}`,
              remedy: 'laat de ene eindigen voor de andere begint',
            },
          ]
        : [];
    }),
  );
}

/** Each person once, with every replacement in the order of time. */
export function togetherByPerson(read: readonly ContactLine[]): Contact[] {
  return [...grouped(read, ({ contact }) => personOf(contact)).values()].map((lines) =>
    contactSchema.parse({
      ...lines[0]?.contact,
      replacements: lines
        .flatMap(({ contact }) => contact.replacements)
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    }),
  );
}
