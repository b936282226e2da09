import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalendarIcs } from '../../functions/domain/meetings/readCalendarIcs.ts';
import { anyCalendars, calendarOf } from './meetingArbitraries.ts';

const BODIES = new Set(['GM0072/council', 'GM0072/college', 'rac']);
const TODAY = '2026-05-11';

/** An event of rac, unless its lines name another body. */
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'CATEGORIES:rac', ...lines, 'END:VEVENT'];
const meeting = (day: string) => event(`DTSTART;VALUE=DATE:${day}`, `SUMMARY:vergadering ${day}`);
const file = (...lines: readonly (string | readonly string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');

const result = (text: string, body?: string) => readCalendarIcs(text, { bodies: BODIES, body, today: TODAY });
function read(text: string, body?: string) {
  const answer = result(text, body);
  if ('mistakes' in answer) throw new Error(JSON.stringify(answer.mistakes));
  return answer.calendars;
}
function mistakesIn(text: string, body?: string) {
  const answer = result(text, body);
  return 'mistakes' in answer ? answer.mistakes.map(({ line, problem }) => `${line} ${problem}`) : [];
}
const daysOf = (text: string, body = 'rac') =>
  read(text, body)
    .get(body)
    ?.meetings.map(({ day }) => day);
const recessesOf = (text: string) => read(text).get('rac')?.recesses;

/** New York in 2026, as Outlook describes a zone. */
const NEW_YORK = [
  'BEGIN:VTIMEZONE',
  'TZID:Eastern',
  'BEGIN:STANDARD',
  'DTSTART:20251102T020000',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:20260308T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('an event is a meeting on its day in Amsterdam', () => {
  test.each([
    ['all day', 'DTSTART;VALUE=DATE:20260616', '2026-06-16'],
    ['at a time here', 'DTSTART;TZID=Europe/Amsterdam:20260616T200000', '2026-06-16'],
    ['at a time without a zone', 'DTSTART:20260616T233000', '2026-06-16'],
    ['at a time in UTC, in summer two hours earlier', 'DTSTART:20260616T220000Z', '2026-06-17'],
    ['at a time in UTC, in winter one hour earlier', 'DTSTART:20260116T225959Z', '2026-01-16'],
    ['at a time in a zone that the file describes', 'DTSTART;TZID=Eastern:20260616T190000', '2026-06-17'],
  ])('%s', (_how, start, day) => {
    expect(daysOf(file(NEW_YORK, event(start)))).toEqual([day]);
  });

  test('in the night the clock changes it is that day all the same', () => {
    const nights = ['20260329T003000Z', '20260329T013000Z', '20261025T003000Z', '20261025T013000Z'];
    expect(nights.map((at) => daysOf(file(event(`DTSTART:${at}`)))?.[0])).toEqual([
      '2026-03-29',
      '2026-03-29',
      '2026-10-25',
      '2026-10-25',
    ]);
  });

  test('in the afternoon and again in the evening it is one meeting day', () => {
    expect(daysOf(file(event('DTSTART:20260616T140000'), event('DTSTART:20260616T200000')))).toEqual([
      '2026-06-16',
    ]);
  });

  test('cancelled it is none, and a draft is one', () => {
    const cancelled = event('DTSTART;VALUE=DATE:20260616', 'STATUS:CANCELLED');
    expect(daysOf(file(cancelled, event('DTSTART;VALUE=DATE:20260617', 'STATUS:TENTATIVE')))).toEqual([
      '2026-06-17',
    ]);
  });
});

describe('the body of an event', () => {
  const named = (...lines: string[]) => [
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20260616',
    ...lines,
    'END:VEVENT',
  ];
  test.each([
    ['its category', ['X-WR-CALNAME:GM0072/college', ...named('CATEGORIES:Openbaar,GM0072/council')]],
    ['the name of its calendar', ['X-WR-CALNAME:GM0072/council', ...named('CATEGORIES:Openbaar')]],
    ['the body that is given', ['X-WR-CALNAME:Raadsagenda', ...named()]],
  ])('is %s', (_what, lines) => {
    expect([...read(file(lines), 'GM0072/council').keys()]).toEqual(['GM0072/council']);
  });

  test('may differ by event', () => {
    const two = file(named('CATEGORIES:rac'), named('CATEGORIES:GM0072/college'));
    expect([...read(two).keys()]).toEqual(['rac', 'GM0072/college']);
  });

  test('that does not exist is a mistake, also where the calendar has one', () => {
    expect(mistakesIn(file('X-WR-CALNAME:rac', named('CATEGORIES:GM0073/council')))).toEqual([
      '4 het orgaan "GM0073/council" komt in geen lopend traject voor',
    ]);
    expect(mistakesIn(file(named('SUMMARY:Raad')))).toEqual([
      '3 agenda-item "Raad" zegt niet van welk orgaan het is',
    ]);
  });
});

describe('a recess', () => {
  test.each([
    [
      'all day, to the day before its end',
      ['DTSTART;VALUE=DATE:20260704', 'DTEND;VALUE=DATE:20260817'],
      '2026-08-16',
    ],
    ['of one day', ['DTSTART;VALUE=DATE:20260704'], '2026-07-04'],
    ['with a length', ['DTSTART;VALUE=DATE:20260704', 'DURATION:P2W'], '2026-07-17'],
    ['with times, to midnight', ['DTSTART:20260704T000000', 'DTEND:20260817T000000'], '2026-08-16'],
    ['with times, to the morning', ['DTSTART:20260704T000000', 'DTEND:20260817T090000'], '2026-08-17'],
  ])('%s', (_how, lines, until) => {
    expect(recessesOf(file(event(...lines, 'SUMMARY:Zomerreces')))).toEqual([
      { from: '2026-07-04', until, name: 'Zomerreces' },
    ]);
  });

  test('is known by its summary or its category', () => {
    const day = 'DTSTART;VALUE=DATE:20260704';
    expect(recessesOf(file(event(day, 'SUMMARY:RECESPERIODE')))).toHaveLength(1);
    expect(recessesOf(file(event(day, 'SUMMARY:Vrij', 'CATEGORIES:Reces')))).toHaveLength(1);
    expect(recessesOf(file(event(day, 'SUMMARY:Debat over de recessie')))).toEqual([]);
  });

  // Guards: functions/domain/meetings/ics/meaning.ts: if (moment !== undefined && first === last) return 'meeting';
  test.each(['Laatste vergadering voor het zomerreces', 'Verkiezingsprogramma bespreken'])(
    'what is at a time of one day is a meeting, whatever it is about: %s',
    (summary) => {
      const evening = ['DTSTART:20260630T180000Z', 'DTEND:20260630T210000Z', `SUMMARY:${summary}`];
      expect(read(file(event(...evening))).get('rac')).toEqual(calendarOf('rac', ['2026-06-30']));
    },
  );

  test('an election is a fact, and so is a new council', () => {
    const election = event('DTSTART;VALUE=DATE:20260318', 'SUMMARY:Gemeenteraadsverkiezingen');
    const council = event('DTSTART;VALUE=DATE:20260331', 'CATEGORIES:NIEUWE-RAAD', 'SUMMARY:Installatie');
    expect(read(file(council, election)).get('rac')).toEqual({
      ...calendarOf('rac', []),
      facts: [
        { day: '2026-03-18', kind: 'election', name: 'Gemeenteraadsverkiezingen' },
        { day: '2026-03-31', kind: 'new-council', name: 'Installatie' },
      ],
    });
  });
});

describe('a series', () => {
  const start = 'DTSTART;TZID=Europe/Amsterdam:20260908T200000';
  test('has its days, at most so many, without the exceptions', () => {
    const lines = [start, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/Amsterdam:20260915T200000'];
    expect(daysOf(file(event(...lines)))).toEqual(['2026-09-08', '2026-09-22', '2026-09-29']);
  });

  test.each([
    ['a moment in UTC', 'UNTIL=20260915T180000Z'],
    ['a day', 'UNTIL=20260915'],
  ])('goes on until %s', (_what, until) => {
    // 20:00 in summer is 18:00 in UTC.
    for (const at of ['DTSTART:20260908T180000Z', start]) {
      const lines = [at, `RRULE:FREQ=WEEKLY;${until}`];
      expect(daysOf(file(event(...lines)))).toEqual(['2026-09-08', '2026-09-15']);
    }
  });

  // Guards: functions/domain/meetings/ics/occurrences.ts: `floats` of `momentIn`.
  test('in a zone that the file names and does not describe has no day that was taken out or moved in UTC', () => {
    const text = file(
      event('UID:raad', start, 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE:20260915T180000Z'),
      event('UID:raad', start.replace('0908', '0924'), 'RECURRENCE-ID:20260922T180000Z'),
    );
    expect(daysOf(text)).toEqual(['2026-09-08', '2026-09-24']);
  });

  test('that changes from one of its meetings on is a mistake: the others would stay where they were', () => {
    const moved = event(
      'UID:raad',
      start.replace('0908', '0917'),
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260915T180000Z',
    );
    expect(mistakesIn(file(event('UID:raad', start, 'RRULE:FREQ=WEEKLY;COUNT=3'), moved))).toEqual([
      '9 dit agenda-item verandert alle volgende van een reeks tegelijk (RANGE)',
    ]);
  });

  test('has the day to which one of its meetings was moved, and not the one that was cancelled', () => {
    const uid = 'UID:raad';
    const text = file(
      event(uid, start, 'RRULE:FREQ=WEEKLY;COUNT=3'),
      event(
        uid,
        'DTSTART;TZID=Europe/Amsterdam:20260917T200000',
        'RECURRENCE-ID;TZID=Europe/Amsterdam:20260915T200000',
      ),
      event(
        uid,
        start.replace('0908', '0922'),
        'RECURRENCE-ID;TZID=Europe/Amsterdam:20260922T200000',
        'STATUS:CANCELLED',
      ),
    );
    expect(daysOf(text)).toEqual(['2026-09-08', '2026-09-17']);
  });

  test('has days that are added to it', () => {
    const lines = ['DTSTART;VALUE=DATE:20260908', 'RRULE:FREQ=WEEKLY;COUNT=2', 'RDATE;VALUE=DATE:20260918'];
    expect(daysOf(file(event(...lines)))).toEqual(['2026-09-08', '2026-09-15', '2026-09-18']);
  });

  test('without an end is followed for three years, and from this year on', () => {
    const days = daysOf(file(event('DTSTART;VALUE=DATE:20200107', 'RRULE:FREQ=WEEKLY'))) ?? [];
    expect([days[0], days.at(-1)]).toEqual(['2026-01-06', '2028-12-26']);
    const later = daysOf(file(event('DTSTART;VALUE=DATE:20260908', 'RRULE:FREQ=WEEKLY'))) ?? [];
    expect([later[0], later.at(-1)]).toEqual(['2026-09-08', '2029-09-04']);
  });

  test('of recesses recurs with its length', () => {
    const lines = ['DTSTART;VALUE=DATE:20260704', 'DTEND;VALUE=DATE:20260706', 'RRULE:FREQ=YEARLY;COUNT=2'];
    expect(recessesOf(file(event(...lines, 'SUMMARY:reces')))).toEqual([
      { from: '2026-07-04', until: '2026-07-05', name: 'reces' },
      { from: '2027-07-04', until: '2027-07-05', name: 'reces' },
    ]);
  });
});

describe('a wrong iCalendar file', () => {
  test.each([
    ['without a begin', event('SUMMARY:Raad'), 'agenda-item "Raad" heeft geen bestaande begindag (DTSTART)'],
    [
      'on 30 February',
      meeting('20260230'),
      'agenda-item "vergadering 20260230" heeft geen bestaande begindag (DTSTART)',
    ],
    ['at 25:00', event('DTSTART:20260616T250000'), 'dit agenda-item heeft geen bestaande begindag (DTSTART)'],
    ['on a day in words', event('DTSTART:dinsdag'), expect.stringContaining('niet te lezen')],
    [
      'with an exception on no day',
      event('DTSTART;VALUE=DATE:20260616', 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE;VALUE=DATE:20260631'),
      expect.stringContaining('(EXDATE)'),
    ],
    [
      'that ends before it begins',
      event('DTSTART;VALUE=DATE:20260616', 'DTEND;VALUE=DATE:20260615'),
      expect.stringContaining('eindigt voordat het begint'),
    ],
    [
      'with a line that is none',
      event('DTSTART;VALUE=DATE:20260616', 'zomaar'),
      expect.stringContaining('niet te lezen'),
    ],
    [
      'with a rule that is none',
      event('DTSTART;VALUE=DATE:20260616', 'RRULE:FREQ=SOMS'),
      expect.stringContaining('niet te lezen'),
    ],
    [
      'every hour',
      event('DTSTART:20260616T200000', 'RRULE:FREQ=HOURLY'),
      expect.stringContaining('een manier die niet gelezen wordt (HOURLY)'),
    ],
    [
      'every day without end',
      event('DTSTART;VALUE=DATE:20260616', 'RRULE:FREQ=DAILY'),
      expect.stringContaining('meer dan 500 keer'),
    ],
    [
      'in a zone that is not described',
      event('DTSTART;TZID=Eastern:20260616T190000'),
      expect.stringContaining('tijdzone Eastern'),
    ],
  ])('an event %s is a mistake on its line', (_what, lines, problem) => {
    const answer = result(file(meeting('20260609'), lines));
    expect(answer).toEqual({ mistakes: [{ line: 8, problem, remedy: expect.any(String) }] });
  });

  test('has two meetings of a body on one day, or two recesses that overlap', () => {
    const recess = (from: string) => event(`DTSTART;VALUE=DATE:${from}`, 'DURATION:P3D', 'SUMMARY:reces');
    expect(
      mistakesIn(file(meeting('20260609'), meeting('20260609'), recess('20260701'), recess('20260703'))),
    ).toEqual([
      '8 rac heeft op 9 juni 2026 al een vergadering, op regel 3',
      '19 dit reces van rac overlapt met dat op regel 13',
    ]);
  });

  // A file that was cut off must not pass for a shorter one.
  test('is one that was cut off, wherever that was', () => {
    const lines = file('X-WR-CALNAME:rac', NEW_YORK, meeting('20260609'), meeting('20260616'))
      .trimEnd()
      .split('\r\n');
    for (let kept = 0; kept < lines.length; kept++) {
      expect(mistakesIn(lines.slice(0, kept).join('\r\n'))).not.toEqual([]);
    }
  });

  test.each([
    ['', '1 het bestand is leeg'],
    ['body,kind\nrac,meeting', '1 dit is geen agenda: BEGIN:VCALENDAR ontbreekt'],
    [file(), '1 er staat niets in deze agenda'],
    [
      file('BEGIN:VEVENT', meeting('20260609')),
      '3 dit agenda-item wordt niet afgesloten (END:VEVENT ontbreekt)',
    ],
  ])('%j: %s', (text, problem) => {
    expect(mistakesIn(text)).toEqual([problem]);
  });

  test('of any text is no exception', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'END:VALARM',
        'BEGIN:VTIMEZONE',
        'END:VTIMEZONE',
        'DTSTART;VALUE=DATE:20260616',
        'DTSTART:20260616T200000Z',
        'DTEND:20260616T210000Z',
        'DURATION:-P1D',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU',
        'RDATE;VALUE=PERIOD:20260616T200000Z/PT1H',
        'EXDATE:',
        'RECURRENCE-ID:20260616T200000Z',
        'UID:1',
        'CATEGORIES:rac',
        'SUMMARY:reces',
        ' vervolg',
        ';;::',
      ),
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('DTSTART', 'RRULE', 'EXDATE', 'TZID', 'STATUS'), fc.string())
        .map((pair) => pair.join(':')),
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n')),
      fc.array(line, { maxLength: 10 }).map((lines) => file(event(...lines))),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(result(text)).toBeTypeOf('object');
      }),
      { numRuns: 500 },
    );
  });
});

test('a calendar that was written as iCalendar reads back the same', () => {
  const basic = (day: string) => day.replace(/-/g, '');
  const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  const oneOf = (body: string, ...lines: string[]) => [
    'BEGIN:VEVENT',
    `CATEGORIES:${body}`,
    ...lines,
    'END:VEVENT',
  ];
  const nextDay = (day: string) => basic(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(anyCalendars([...BODIES]), (calendars) => {
      const events = calendars.flatMap(({ body, meetings, recesses, facts }) => [
        ...meetings.flatMap(({ day }) => oneOf(body, `DTSTART;VALUE=DATE:${basic(day)}`)),
        ...recesses.flatMap(({ from, until, name }) =>
          oneOf(
            body,
            'CATEGORIES:RECES',
            `SUMMARY:${escaped(name)}`,
            `DTSTART;VALUE=DATE:${basic(from)}`,
            `DTEND;VALUE=DATE:${nextDay(until)}`,
          ),
        ),
        ...facts.flatMap(({ day, kind, name }) =>
          oneOf(
            body,
            `CATEGORIES:${kind === 'election' ? 'VERKIEZING' : 'NIEUWE-RAAD'}`,
            `SUMMARY:${escaped(name)}`,
            `DTSTART;VALUE=DATE:${basic(day)}`,
          ),
        ),
      ]);
      const expected = calendars
        .filter((each) => each.meetings.length + each.recesses.length + each.facts.length > 0)
        .map((each) => ({ ...each, meetings: each.meetings.map(({ day }) => ({ day })) }));
      expect([...read(file(events)).values()]).toEqual(expected);
    }),
  );
});
