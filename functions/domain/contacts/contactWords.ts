import { dutchDay } from '../calendar/dutchDay.ts';
import type { Contact, ContactRole } from './contact.ts';
import { LANGUAGE_WORD } from './language.ts';

export const CONTACT_ROLE_WORD: Readonly<Record<ContactRole, string>> = {
  secretary: 'secretaris of griffier',
  'portfolio-holder': 'portefeuillehouder',
};

/** "vanaf 1 mei 2026", "t/m …", "1 mei 2026 t/m …", or nothing where it holds until further notice. */
export function periodInRole({ from, until }: Pick<Contact, 'from' | 'until'>): string {
  if (from && until) return `${dutchDay(from)} t/m ${dutchDay(until)}`;
  if (from) return `vanaf ${dutchDay(from)}`;
  return until ? `t/m ${dutchDay(until)}` : '';
}

export function replacementWords({ name, mail, ...period }: Contact['replacements'][number]): string {
  return `${name} (${mail}), ${periodInRole(period)}`;
}

/** Everything about a contact, in one line. */
export function contactWords(contact: Contact): string {
  const { name, mail, role, language, replacements } = contact;
  return [
    `${name}, ${CONTACT_ROLE_WORD[role]}, ${mail}`,
    ...[periodInRole(contact)].filter(Boolean),
    ...(language ? [`leest ${LANGUAGE_WORD[language]}`] : []),
    ...replacements.map((each) => `vervangen door ${replacementWords(each)}`),
  ].join('; ');
}
