import { contactDifferences } from '../../domain/contacts/contactDifferences.ts';
import { CONTACT_COLUMNS, readContactsCsv } from '../../domain/contacts/readContactsCsv.ts';
import { REAL_SCOPE } from '../../domain/reference.ts';
import { bodiesInScope } from '../../operations/bodiesInScope.ts';
import { importContacts } from '../../operations/importContacts.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { CONTACTS } from '../pages/addresses.ts';
import { ContactsList } from './contactsList.tsx';
import type { ImportKind } from './importKind.ts';

/** Whom to mail for each body. */
export function contactsKind({ store, reference }: FormDependencies): ImportKind {
  return {
    what: 'contacts',
    address: CONTACTS,
    title: 'Contactpersonen',
    lead: 'Wie er per orgaan bericht krijgt. Een bestand vervangt de contactpersonen van de organen die erin staan.',
    hint: `Een CSV met de kolommen ${CONTACT_COLUMNS.join(', ')}; zie docs/calendars-and-contacts.md.`,
    accept: '.csv,text/csv',
    mayBeOfBody: false,
    standing: async () => {
      const { bodies } = await bodiesInScope(store);
      const now = await reference.contacts(REAL_SCOPE);
      return {
        version: now.version,
        bodies,
        shown: <ContactsList bodies={bodies} {...now} />,
        judge: ({ text }) => {
          const read = readContactsCsv(text, new Set(bodies.keys()));
          if ('mistakes' in read) return read;
          return {
            differences: contactDifferences(now.contacts, read.contacts),
            write: (by) => importContacts(reference, REAL_SCOPE, read.contacts, by),
          };
        },
        undoing: async () => {
          const { contacts } = await reference.contactsBefore(REAL_SCOPE);
          const of = new Set([...now.contacts, ...contacts].map(({ body }) => body));
          return contactDifferences(now.contacts, contacts, of);
        },
      };
    },
  };
}
