import fc from 'fast-check';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import type { Ladder } from '../../functions/domain/reminders/ladder.ts';
import { COLLEGES, examplePlan } from './exampleRecord.ts';
import { calendarOf } from './meetingArbitraries.ts';

/** The day after the colleges were asked, and some. */
export const FIRST = '2026-01-26';
const someDay = fc.integer({ min: 0, max: 130 }).map((days) => addDays(FIRST, days));
const oneCollege = fc.constantFrom(...COLLEGES);
const address = fc.constantFrom('a@x.example', 'b@x.example', 'lead@regio.example');
const span = fc.tuple(someDay, someDay).map((days) => [...days].sort() as [Day, Day]);

const oneContact: fc.Arbitrary<Contact> = fc.record(
  {
    body: oneCollege,
    role: fc.constantFrom('secretary' as const, 'portfolio-holder' as const),
    name: fc.constant('Iemand'),
    mail: address,
    from: someDay,
    replacements: fc.array(
      fc.tuple(address, span).map(([mail, [from, until]]) => ({ name: 'Vervanger', mail, from, until })),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['body', 'role', 'name', 'mail', 'replacements'] },
);
const contacts = fc.uniqueArray(oneContact, {
  minLength: 1,
  maxLength: 6,
  selector: ({ body, role, mail }) => `${body} ${role} ${mail}`,
});
const calendars: fc.Arbitrary<BodyCalendar[]> = fc.tuple(
  ...COLLEGES.map((body) => fc.uniqueArray(someDay, { maxLength: 3 }).map((days) => calendarOf(body, days))),
);
const ladder: fc.Arbitrary<Ladder> = fc.record({
  before: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
  every: fc.integer({ min: 1, max: 8 }),
  escalateFrom: fc.integer({ min: 1, max: 3 }),
  most: fc.integer({ min: 1, max: 5 }),
});

/** What can happen on a morning; `crash`: the function is stopped at that call to the table or the mail service. */
const event = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'watch' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'two at once' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('crash' as const), call: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fails' as const),
      how: fc.constantFrom('refused' as const, 'in-doubt' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('contacts' as const), contacts }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('defers' as const), body: oneCollege, newDate: someDay }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answers' as const), body: oneCollege }) },
);
const time = fc.oneof(
  { weight: 5, arbitrary: fc.constant('07:30') },
  { weight: 1, arbitrary: fc.constantFrom('00:30', '06:59', '12:00', '18:00', '18:01', '23:59') },
);
export type ReminderEvent = typeof event extends fc.Arbitrary<infer E> ? E : never;

/** A plan's ladder, who and which meetings are known at first, and what happens after how many days, at what time. */
export const anyStory = fc.record({
  plan: ladder.map((decide): Plan => ({ ...examplePlan(), reminders: { decide } })),
  contacts,
  calendars,
  steps: fc.array(fc.tuple(fc.nat(4), time, event), { minLength: 4, maxLength: 20 }),
});

export type ReminderStory = typeof anyStory extends fc.Arbitrary<infer S> ? S : never;
