import { expect, test } from 'vitest';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import { undoImport } from '../../functions/operations/undoImport.ts';
import { calendarOf } from './meetingArbitraries.ts';
import { createMemoryReferenceData, IMPORTED } from './memoryReferenceData.ts';

const LATER = { ...IMPORTED, at: '2026-06-11T09:00:00.000Z' };
const UNDONE = { at: '2026-06-12T09:00:00.000Z', by: 'secretaris', file: '(teruggedraaid)' };
const contact = (name: string) => ({
  body: 'rac',
  role: 'secretary' as const,
  name,
  mail: `${name}@regio.example`,
  replacements: [],
});

/** An import with a mistake in it, after a good one. */
async function twiceImported() {
  const reference = createMemoryReferenceData();
  for (const [by, day, name] of [
    [IMPORTED, '2026-05-12', 'anna'],
    [LATER, '2026-05-19', 'bea'],
  ] as const) {
    await importCalendars(reference, 'real', new Map([['rac', calendarOf('rac', [day])]]), by);
    await importContacts(reference, 'real', [contact(name)], by);
  }
  return reference;
}

test('an undone import of calendars gives back what counted before, and where that came from', async () => {
  const reference = await twiceImported();
  expect(await undoImport(reference, 'calendars', 'real', UNDONE)).toEqual({ changed: true, version: 3 });
  const { calendars, imported } = await reference.calendars('real');
  expect(calendars.get('rac')?.meetings).toEqual([{ day: '2026-05-12' }]);
  expect(imported.get('rac')).toEqual(IMPORTED);
});

test('an undone import of contacts gives back those of before', async () => {
  const reference = await twiceImported();
  await undoImport(reference, 'contacts', 'real', UNDONE);
  expect((await reference.contacts('real')).contacts.map(({ name }) => name)).toEqual(['anna']);
});

test('undone twice is as it was', async () => {
  const reference = await twiceImported();
  await undoImport(reference, 'contacts', 'real', UNDONE);
  await undoImport(reference, 'contacts', 'real', UNDONE);
  expect((await reference.contacts('real')).contacts.map(({ name }) => name)).toEqual(['bea']);
});

test('the very first import can be undone too: nothing counts then', async () => {
  const reference = createMemoryReferenceData();
  await importContacts(reference, 'real', [contact('anna')], IMPORTED);
  await undoImport(reference, 'contacts', 'real', UNDONE);
  expect(await reference.contacts('real')).toMatchObject({ version: 2, contacts: [] });
});

test('where nothing was imported there is nothing to undo', async () => {
  const reference = createMemoryReferenceData();
  await expect(undoImport(reference, 'calendars', 'real', UNDONE)).rejects.toMatchObject({
    code: 'NOTHING_TO_UNDO',
  });
});

// Guards: functions/operations/importContacts.ts: `language ?? null` in contentOf.
test('another language alone is a change of the contacts', async () => {
  const reference = createMemoryReferenceData();
  await importContacts(reference, 'real', [contact('anna')], IMPORTED);
  const frisian = [{ ...contact('anna'), language: 'fy' as const }];
  expect(await importContacts(reference, 'real', frisian, LATER)).toEqual({ changed: true, version: 2 });
  expect(await importContacts(reference, 'real', frisian, LATER)).toEqual({ changed: false, version: 2 });
});

// Guards: undoImport.ts: seen === version.
test.each(['calendars', 'contacts'] as const)(
  'undoing what one has not seen is refused: %s',
  async (what) => {
    const reference = await twiceImported();
    await expect(undoImport(reference, what, 'real', UNDONE, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await undoImport(reference, what, 'real', UNDONE, 2)).toMatchObject({ version: 3 });
    await expect(undoImport(reference, what, 'real', UNDONE, 2)).rejects.toMatchObject({ code: 'CONFLICT' });
  },
);
