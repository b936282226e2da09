import fc from 'fast-check';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';

/** A body that meets on these days, and is never in recess unless said. */
export function calendarOf(
  body: string,
  meetings: readonly Day[],
  recesses: readonly (readonly [from: Day, until: Day])[] = [],
): BodyCalendar {
  return {
    body,
    meetings: meetings.map((day) => ({ day })),
    recesses: recesses.map(([from, until]) => ({ from, until, name: 'reces' })),
    facts: [],
  };
}

const FIRST = '2026-01-01';
const day = (max = 1100) => fc.integer({ min: 0, max }).map((days) => addDays(FIRST, days));
const inOrder = (days: readonly Day[]) => [...days].sort();
/** A text as it comes out of a cell: without space around it, and never empty. */
const name = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abc é€"\';,=+@-\n'.split('')) })
  .map((text) => text.trim())
  .filter((text) => text !== '');

/** A calendar whose entries are in order, and whose recesses do not overlap: as the readers make them. */
export function anyCalendar(body: string): fc.Arbitrary<BodyCalendar> {
  return fc.record({
    body: fc.constant(body),
    meetings: fc.uniqueArray(day(), { maxLength: 12 }).chain((days) =>
      fc.tuple(
        ...inOrder(days).map((meeting) =>
          fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }).map((lead) => ({
            day: meeting,
            ...(lead !== undefined && { papersBy: addDays(meeting, -lead) }),
          })),
        ),
      ),
    ),
    recesses: fc.uniqueArray(day(), { maxLength: 6 }).chain((days) => {
      const ends = inOrder(days);
      const pairs = ends.flatMap((from, index) =>
        index % 2 === 0 && ends[index + 1] ? [[from, ends[index + 1]!] as const] : [],
      );
      return fc.tuple(...pairs.map(([from, until]) => name.map((text) => ({ from, until, name: text }))));
    }),
    facts: fc
      .uniqueArray(fc.tuple(day(), fc.constantFrom('election' as const, 'new-council' as const), name), {
        maxLength: 3,
        selector: ([on]) => on,
      })
      .map((facts) =>
        facts
          .map(([on, kind, text]) => ({ day: on, kind, name: text }))
          .sort((a, b) => (a.day < b.day ? -1 : 1)),
      ),
  });
}

export function anyCalendars(bodies: readonly string[]): fc.Arbitrary<BodyCalendar[]> {
  return fc.tuple(...bodies.map(anyCalendar)).filter((all) => all.some((each) => each.meetings.length > 0));
}
