import { createReferenceData } from '../../functions/adapters/record/referenceData.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { REAL_SCOPE } from '../../functions/domain/reference.ts';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { createMemoryTable, type MemoryTable } from './memoryTable.ts';

export const IMPORTED = { at: '2026-05-11T09:00:00.000Z', by: 'griffier', file: 'rooster.csv' };

/** The adapter itself, on a table in memory. */
export function createMemoryReferenceData(table: MemoryTable = createMemoryTable()): ReferenceData {
  return createReferenceData(table);
}

/** With these calendars and contacts imported. */
export async function referenceDataWith(
  given: { readonly calendars?: readonly BodyCalendar[]; readonly contacts?: readonly Contact[] },
  scope = REAL_SCOPE,
): Promise<ReferenceData> {
  const reference = createMemoryReferenceData();
  const calendars = new Map((given.calendars ?? []).map((each) => [each.body, each]));
  await importCalendars(reference, scope, calendars, IMPORTED);
  await importContacts(reference, scope, given.contacts ?? [], IMPORTED);
  return reference;
}

/** Reference data of whom nobody has imported anything; nothing is written to it. */
export const NOTHING_IMPORTED: ReferenceData = createMemoryReferenceData();
