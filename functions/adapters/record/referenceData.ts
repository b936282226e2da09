import type { Contact } from '../../domain/contacts/contact.ts';
import { grouped } from '../../domain/importFile/grouped.ts';
import {
  type CalendarRow,
  type ContactsRow,
  calendarRowSchema,
  contactsRowSchema,
} from '../../domain/reference.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { CalendarsVersion, ContactsVersion, ReferenceData } from '../../operations/ports.ts';
import * as keys from './keys.ts';
import type { Table } from './table.ts';
import { type Version, versionedRows } from './versionedRows.ts';

/** Meeting calendars and contacts in the record's table: a row per body, docs/data-model.md. */
export function createReferenceData(table: Table): ReferenceData {
  const calendars = versionedRows<CalendarRow>(table, calendarRowSchema);
  const contacts = versionedRows<ContactsRow>(table, contactsRowSchema);
  return {
    calendars: async (scope) => calendarsOf(await calendars.read(keys.calendarsPartition(scope))),
    contacts: async (scope) => contactsOf(await contacts.read(keys.contactsPartition(scope))),
    calendarsBefore: async (scope) => calendarsOf(await calendars.before(keys.calendarsPartition(scope))),
    contactsBefore: async (scope) => contactsOf(await contacts.before(keys.contactsPartition(scope))),
    writeCalendars: (scope, next, by) => {
      const rows = [...next.calendars.values()].map(
        (calendar): CalendarRow => ({
          kind: 'calendar',
          schemaVersion: SCHEMA_VERSION,
          version: next.version,
          ...calendar,
          imported: next.imported.get(calendar.body) ?? by,
        }),
      );
      return calendars.write(keys.calendarsPartition(scope), next.version, rows.sort(byBody), by);
    },
    writeContacts: (scope, next, by) => {
      const rows = [...grouped<Contact>(next.contacts, ({ body }) => body)].map(
        ([body, ofBody]): ContactsRow => ({
          kind: 'contacts',
          schemaVersion: SCHEMA_VERSION,
          version: next.version,
          body,
          contacts: [...ofBody],
          imported: next.imported.get(body) ?? by,
        }),
      );
      return contacts.write(keys.contactsPartition(scope), next.version, rows.sort(byBody), by);
    },
  };
}

function calendarsOf({ version, rows }: Version<CalendarRow>): CalendarsVersion {
  return {
    version,
    calendars: new Map(
      rows.map(({ body, meetings, recesses, facts }) => [body, { body, meetings, recesses, facts }]),
    ),
    imported: new Map(rows.map(({ body, imported }) => [body, imported])),
  };
}

function contactsOf({ version, rows }: Version<ContactsRow>): ContactsVersion {
  return {
    version,
    contacts: rows.flatMap((row) => row.contacts),
    imported: new Map(rows.map(({ body, imported }) => [body, imported])),
  };
}

function byBody(a: { readonly body: string }, b: { readonly body: string }): number {
  return a.body < b.body ? -1 : 1;
}
