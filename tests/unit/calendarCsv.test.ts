import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { CALENDAR_COLUMNS, readCalendarCsv } from '../../functions/domain/meetings/readCalendarCsv.ts';
import { anyCalendars, calendarOf } from './meetingArbitraries.ts';

const BODIES = new Set(['GM0072/council', 'GM0072/college', 'rac']);
const HEADER = CALENDAR_COLUMNS.join(',');

const file = (...lines: string[]) => [HEADER, ...lines].join('\n');
function read(text: string) {
  const result = readCalendarCsv(text, BODIES);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.calendars;
}
function mistakesIn(text: string): string[] {
  const result = readCalendarCsv(text, BODIES);
  return 'mistakes' in result ? result.mistakes.map(({ line, problem }) => `${line} ${problem}`) : [];
}

describe('a calendar file', () => {
  const lines = [
    'GM0072/council,meeting,2026-09-22,,,',
    'GM0072/council,meeting,2026-06-16,,2026-05-27,',
    'GM0072/council,recess,2026-07-04,2026-08-16,,Zomerreces',
    'GM0072/council,election,2026-03-18,,,Gemeenteraadsverkiezing',
    'GM0072/council,new-council,2026-03-31,,,',
    'rac,meeting,2026-05-12,,,',
  ];
  const council: BodyCalendar = {
    body: 'GM0072/council',
    meetings: [{ day: '2026-06-16', papersBy: '2026-05-27' }, { day: '2026-09-22' }],
    recesses: [{ from: '2026-07-04', until: '2026-08-16', name: 'Zomerreces' }],
    facts: [
      { day: '2026-03-18', kind: 'election', name: 'Gemeenteraadsverkiezing' },
      { day: '2026-03-31', kind: 'new-council', name: 'nieuwe raad' },
    ],
  };

  test.each([
    ['as written by hand', file(...lines)],
    [
      'from a Dutch spreadsheet',
      file(...lines)
        .replace(/,/g, ';')
        .replace(/\n/g, '\r\n'),
    ],
    ['with a byte order mark', `\uFEFF${file(...lines)}`],
    ['with Dutch days', file(...lines).replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3-$2-$1')],
    ['with days between slashes', file(...lines).replace(/(\d{4})-0?(\d+)-0?(\d+)/g, '$3/$2/$1')],
    ['with empty lines that a spreadsheet leaves', file(...lines, ',,,,,', '')],
    ['without the columns it does not use', 'from,kind,body\n2026-05-12,meeting,rac'],
  ])('%s gives each body its calendar, in the order of time', (how, text) => {
    const calendars = read(text);
    if (!how.startsWith('without')) expect(calendars.get('GM0072/council')).toEqual(council);
    expect(calendars.get('rac')).toEqual(calendarOf('rac', ['2026-05-12']));
  });

  test('reads back what was written', () => {
    fc.assert(
      fc.property(anyCalendars([...BODIES]), (calendars) => {
        const written = calendars.flatMap(({ body, meetings, recesses, facts }) => [
          ...meetings.map(({ day, papersBy = '' }) => [body, 'meeting', day, '', papersBy, '']),
          ...recesses.map(({ from, until, name }) => [body, 'recess', from, until, '', name]),
          ...facts.map(({ day, kind, name }) => [body, kind, day, '', '', name]),
        ]);
        const quoted = written.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(','));
        expect([...read(file(...quoted)).values()]).toEqual(
          calendars.filter((each) => each.meetings.length + each.recesses.length + each.facts.length > 0),
        );
      }),
    );
  });

  test.each(['=1+1', '+31 6', '-2', '@som(A1)', '=HYPERLINK("http://x")'])(
    'has no formulas: a name %s is those characters',
    (name) => {
      const recess = `rac,recess,2026-07-01,2026-07-02,,"${name.replace(/"/g, '""')}"`;
      expect(read(file(recess)).get('rac')?.recesses[0]?.name).toBe(name);
    },
  );
});

describe('a wrong calendar file', () => {
  test.each([
    ['rac,vergadering,2026-05-12,,,', 'kind: "vergadering" is geen soort'],
    ['rac,meeting,,,,', 'from is leeg'],
    ['rac,meeting,2026-02-30,,,', 'from: "2026-02-30" is geen bestaande dag'],
    ['rac,meeting,31-6-2026,,,', 'from: "31-6-2026" is geen bestaande dag'],
    ['rac,meeting,12-31-2026,,,', 'from: "12-31-2026" is geen bestaande dag'],
    ['rac,meeting,1-2/2026,,,', 'from: "1-2/2026" is geen bestaande dag'],
    ['rac,meeting,1826-05-12,,,', 'from: "1826-05-12" is geen bestaande dag'],
    ['rac,meeting,2026-05-12,2026-05-13,,', 'until geldt alleen voor een reces'],
    ['rac,meeting,2026-05-12,,2026-05-13,', 'papersBy (2026-05-13) ligt na de vergadering (2026-05-12)'],
    ['rac,recess,2026-07-04,,,', 'until is leeg'],
    ['rac,recess,2026-08-16,2026-07-04,,', 'from (2026-08-16) ligt na until (2026-07-04)'],
    ['rac,recess,2026-07-04,2026-08-16,2026-07-01,', 'papersBy geldt alleen voor een vergadering'],
    [',meeting,2026-05-12,,,', 'body is leeg'],
    ['GM0073/council,meeting,2026-05-12,,,', 'het orgaan "GM0073/council" komt in geen lopend traject voor'],
    [`rac,recess,2026-07-04,2026-08-16,,${'x'.repeat(201)}`, 'name is langer dan 200 tekens'],
    ['rac,meeting,2026-05-12', 'de regel is niet te lezen: hij heeft een ander aantal velden dan de kop'],
    ['rac,meeting,"2026-05-12,,,', 'de regel is niet te lezen: er staat een dubbel aanhalingsteken verkeerd'],
  ])('%s: %s', (line, problem) => {
    expect(mistakesIn(file(line))).toEqual([`2 ${problem}`]);
  });

  test.each([
    ['', '1 het bestand is leeg'],
    [HEADER, '1 het bestand is leeg'],
    [
      'body,kind,from,zaal\nrac,meeting,2026-05-12,3',
      '1 onbekende kolom zaal; de kolommen zijn body, kind, from, until, papersBy, name',
    ],
    [
      'body,kind\nrac,meeting',
      '1 kolom from ontbreekt; de kolommen zijn body, kind, from, until, papersBy, name',
    ],
    ['body,kind,from,from\nrac,meeting,2026-05-12,2026-05-13', '1 kolom from staat er twee keer'],
  ])('%j: %s', (text, problem) => {
    expect(mistakesIn(text)).toEqual([problem]);
  });

  test('has a body meeting once a day, and in one recess at a time', () => {
    expect(
      mistakesIn(
        file(
          'rac,meeting,2026-05-12,,,',
          'rac,recess,2026-07-04,2026-08-16,,zomer',
          'GM0072/council,recess,2026-07-04,2026-08-16,,zomer',
          'rac,meeting,12-05-2026,,,',
          'rac,recess,2026-08-16,2026-08-20,,langer',
          'rac,recess,2026-08-21,2026-08-22,,sluit aan',
        ),
      ),
    ).toEqual([
      '5 rac heeft op 12 mei 2026 al een vergadering, op regel 2',
      '6 dit reces van rac overlapt met dat op regel 3',
    ]);
  });

  test('tells all its mistakes at once, in the order of its lines, each with what to do', () => {
    const result = readCalendarCsv(
      file(
        'rac,meeting,2026-05-12,,,',
        'rac,meeting,2026-05-12,,,',
        'rac,x,y,,,',
        'rac,meeting',
        'nog,meeting,2026-05-12,,,',
      ),
      BODIES,
    );
    const mistakes = 'mistakes' in result ? result.mistakes : [];
    expect(mistakes.map(({ line }) => line)).toEqual([3, 4, 4, 5, 6]);
    expect(mistakes.every(({ remedy }) => remedy)).toBe(true);
  });

  test('of any text is no exception', () => {
    const cell = fc.oneof(
      fc.constantFrom('rac', 'meeting', 'recess', '2026-05-12', '"', ';', '31-12-2026', '=1', '\uFEFF', '\r'),
      fc.string({ unit: 'binary' }),
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(',')))
        .map((lines) => file(...lines)),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const result = readCalendarCsv(text, BODIES);
        if ('calendars' in result) expect(result.calendars.size).toBeGreaterThan(0);
        else expect(result.mistakes.length).toBeGreaterThan(0);
      }),
    );
  });
});

test('a day in a file is the same in all its spellings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const day = addDays('2015-01-01', days);
      const [year, month, date] = day.split('-').map(Number);
      const spellings = [day, `${date}-${month}-${year}`, `${date}/${month}/${year}`];
      for (const text of spellings) {
        expect(read(file(`rac,meeting,${text},,,`)).get('rac')?.meetings).toEqual([{ day }]);
      }
    }),
  );
});
