import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { calendarOf } from './meetingArbitraries.ts';
import { createMemoryReferenceData, IMPORTED, referenceDataWith } from './memoryReferenceData.ts';
import { createMemoryTable, type MemoryTable } from './memoryTable.ts';

const LATER = { at: '2026-06-11T09:00:00.000Z', by: 'secretaris', file: 'nieuw.csv' };
let table: MemoryTable;
let reference: ReferenceData;
beforeEach(() => {
  table = createMemoryTable();
  reference = createMemoryReferenceData(table);
});

/** What another function, which has read nothing before, sees. */
const seen = async (scope = 'real') =>
  Object.fromEntries(
    [...(await createMemoryReferenceData(table).calendars(scope)).calendars].map(([body, { meetings }]) => [
      body,
      meetings.map(({ day }) => day).join(' '),
    ]),
  );
const load = (of: readonly BodyCalendar[], by = IMPORTED, scope = 'real') =>
  importCalendars(reference, scope, new Map(of.map((each) => [each.body, each])), by);
const body = (name: string, ...days: string[]) => calendarOf(name, days);
const many = (count: number, day: string) =>
  Array.from({ length: count }, (_, n) => body(`GM${1000 + n}/council`, day));

describe('an import of calendars', () => {
  test('replaces those of its bodies, and keeps those of others', async () => {
    await load([body('rac', '2026-05-12'), body('GM0072/council', '2026-06-16')]);
    await load([body('rac', '2026-05-19')], LATER);
    expect(await seen()).toEqual({ rac: '2026-05-19', 'GM0072/council': '2026-06-16' });
  });

  test('says of each body when, by whom and from which file it came', async () => {
    await load([body('rac', '2026-05-12'), body('GM0072/council', '2026-06-16')]);
    await load([body('rac', '2026-05-19')], LATER);
    const { imported } = await reference.calendars('real');
    expect(Object.fromEntries(imported)).toEqual({ rac: LATER, 'GM0072/council': IMPORTED });
    expect(table.rows().find(({ sk }) => sk === 'POINTER')).toMatchObject({ version: 2, rows: 2, ...LATER });
  });

  test('of the same again changes nothing, whoever does it and from whichever file', async () => {
    expect(await load(many(3, '2026-05-12'))).toEqual({ changed: true, version: 1 });
    const before = table.rows();
    expect(await load(many(3, '2026-05-12'), LATER)).toEqual({ changed: false, version: 1 });
    expect(await load(many(1, '2026-05-12'), LATER)).toEqual({ changed: false, version: 1 });
    expect(table.rows()).toEqual(before);
  });

  test('of a simulation is its own', async () => {
    await load([body('rac', '2026-05-12')]);
    await load([body('rac', '2026-05-19')], LATER, 'visietraject-sabc');
    expect([await seen(), await seen('visietraject-sabc'), await seen('other')]).toEqual([
      { rac: '2026-05-12' },
      { rac: '2026-05-19' },
      {},
    ]);
  });

  test('keeps the version before, and no older one', async () => {
    for (const day of ['2026-05-12', '2026-05-19', '2026-05-26', '2026-06-02'])
      await load([body('rac', day)]);
    const days = table.rows().flatMap(({ meetings }) => meetings ?? []);
    expect(days).toEqual([{ day: '2026-05-26' }, { day: '2026-06-02' }]);
  });
});

describe('an import larger than one transaction', () => {
  test('is seen whole', async () => {
    await load(many(250, '2026-05-12'));
    expect(Object.keys(await seen())).toHaveLength(250);
  });

  // The guard is that readers look at the rows the pointer names, not at what is there.
  test.each([0, 1, 100, 249])(
    'that is killed after %d rows is not seen at all, and can be done again',
    async (rows) => {
      await load(many(250, '2026-05-12'));
      const before = await seen();
      table.dieAfterRows(rows);
      await expect(load(many(250, '2026-05-19'), LATER)).rejects.toThrow();
      expect(await seen()).toEqual(before);
      table.dieAfterRows(Number.POSITIVE_INFINITY);
      await load(many(250, '2026-05-26'), LATER);
      expect(new Set(Object.values(await seen()))).toEqual(new Set(['2026-05-26']));
      // What the killed one left is gone too.
      expect(table.rows().filter(({ kind }) => kind === 'calendar')).toHaveLength(500);
    },
  );

  test('that is killed before the switch is not seen', async () => {
    table.before('transact', () => {
      throw new Unavailable('De tabel', new Error('gone'));
    });
    await expect(load(many(150, '2026-05-12'))).rejects.toThrow(Unavailable);
    expect(await seen()).toEqual({});
  });

  test('whose tidying fails has been done', async () => {
    await load(many(2, '2026-05-12'));
    // The query of the tidying is the first after the switch.
    table.before('transact', () =>
      table.before('query', () => {
        throw new Unavailable('De tabel', new Error('gone'));
      }),
    );
    expect(await load(many(2, '2026-05-19'))).toEqual({ changed: true, version: 2 });
    expect(new Set(Object.values(await seen()))).toEqual(new Set(['2026-05-19']));
  });
});

describe('two imports at once', () => {
  // The guard is the condition on the pointer's version: without it the second takes away what the first has brought.
  test.each(['get', 'replace', 'transact'] as const)(
    'of different bodies are both there, when one comes between (before %s)',
    async (method) => {
      await load([body('GM0072/council', '2026-06-16')]);
      table.before(method, () => load([body('rac', '2026-05-12')], LATER));
      await load([body('GM0072/college', '2026-05-19')]);
      expect(await seen()).toEqual({
        'GM0072/council': '2026-06-16',
        'GM0072/college': '2026-05-19',
        rac: '2026-05-12',
      });
    },
  );

  test('the very first ones too', async () => {
    await Promise.all([
      load([body('rac', '2026-05-12')]),
      load([body('GM0072/council', '2026-06-16')], LATER),
    ]);
    expect(await seen()).toEqual({ rac: '2026-05-12', 'GM0072/council': '2026-06-16' });
  });

  test('of the same bodies leave one of the two whole, never a mix', async () => {
    await Promise.all([load(many(150, '2026-05-12')), load(many(150, '2026-05-19'), LATER)]);
    expect(new Set(Object.values(await seen())).size).toBe(1);
  });

  // The guard is that only numbers up to the one that counts are taken away: a later one may be being staged.
  test('tidying does not take what the other has staged', async () => {
    await load([body('rac', '2026-05-12')]);
    const other = createMemoryReferenceData(table);
    table.before('transact', () =>
      // The tidying's query is the first after the switch: another whole import comes right before it.
      table.before('query', async () => {
        await importCalendars(other, 'real', new Map([['rac', body('rac', '2026-05-26')]]), LATER);
      }),
    );
    await load([body('rac', '2026-05-19')]);
    expect(await seen()).toEqual({ rac: '2026-05-26' });
  });
});

describe('a reader', () => {
  test('that is warm reads the pointer only, until there is a new version', async () => {
    await load(many(3, '2026-05-12'));
    await reference.calendars('real');
    const { query } = table.reads;
    await reference.calendars('real');
    await reference.calendars('real');
    expect(table.reads.query).toBe(query);
    await importCalendars(
      createMemoryReferenceData(table),
      'real',
      new Map([['rac', body('rac', '2026-05-19')]]),
      LATER,
    );
    expect((await reference.calendars('real')).calendars.get('rac')?.meetings).toEqual([
      { day: '2026-05-19' },
    ]);
  });

  test('whose rows were taken away between the pointer and them looks again', async () => {
    await load([body('rac', '2026-05-12')]);
    const reader = createMemoryReferenceData(table);
    table.before('query', async () => {
      for (const day of ['2026-05-19', '2026-05-26']) await load([body('rac', day)], LATER);
    });
    expect((await reader.calendars('real')).calendars.get('rac')?.meetings).toEqual([{ day: '2026-05-26' }]);
  });

  test('of nothing has version 0', async () => {
    expect(await reference.calendars('real')).toMatchObject({ version: 0, calendars: new Map() });
    expect(await reference.contacts('real')).toMatchObject({ version: 0, contacts: [] });
  });
});

describe('an import of contacts', () => {
  const person = (of: string, name: string, changes: Partial<Contact> = {}): Contact => ({
    body: of,
    role: 'secretary',
    name,
    mail: 'iemand@gemeente.example',
    replacements: [],
    ...changes,
  });

  test('replaces those of its bodies, keeps those of others, and is kept as it was', async () => {
    const replacements = [{ name: 'B', mail: 'b@gemeente.example', from: '2026-07-01', until: '2026-07-08' }];
    const jansen = person('rac', 'Jansen', { from: '2026-01-01', replacements });
    await importContacts(reference, 'real', [person('rac', 'A'), person('GM0072/council', 'C')], IMPORTED);
    const result = await importContacts(reference, 'real', [jansen, person('rac', 'D')], LATER);
    expect(result).toEqual({ changed: true, version: 2 });
    const { contacts, imported } = await createMemoryReferenceData(table).contacts('real');
    expect(contacts).toEqual([person('GM0072/council', 'C'), jansen, person('rac', 'D')]);
    expect(Object.fromEntries(imported)).toEqual({ rac: LATER, 'GM0072/council': IMPORTED });
    expect(await importContacts(reference, 'real', [jansen, person('rac', 'D')], IMPORTED)).toEqual({
      changed: false,
      version: 2,
    });
  });
});

test('what other tests start from is there', async () => {
  const filled = await referenceDataWith({ calendars: [body('rac', '2026-05-12')] });
  expect((await filled.calendars('real')).calendars.size).toBe(1);
});
