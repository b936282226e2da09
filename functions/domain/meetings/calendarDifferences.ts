import { type BodyDifferences, bodyDifferences } from '../importFile/bodyDifferences.ts';
import type { BodyCalendar, Calendars } from './calendar.ts';
import type { CalendarEntry } from './calendarEntry.ts';
import { entriesOf, entryWords, firstDayOf } from './calendarWords.ts';

const HOW = {
  keyOf: (said: CalendarEntry['said']) => `${said.kind} ${firstDayOf(said)}`,
  wordsOf: entryWords,
};

/** What these calendars, each of which replaces that of its body, change; unless said of the bodies that they are of. */
export function calendarDifferences(
  before: Calendars,
  after: Calendars,
  bodies: Iterable<string> = after.keys(),
): BodyDifferences[] {
  const entries = (calendar: BodyCalendar | undefined) => (calendar ? entriesOf(calendar) : []);
  return [...bodies].map((body) =>
    bodyDifferences(body, entries(before.get(body)), entries(after.get(body)), HOW),
  );
}
