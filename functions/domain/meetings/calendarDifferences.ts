import { type BodyDifferences, bodyDifferences } from '../importFile/bodyDifferences.ts';
import type { Calendars } from './calendar.ts';
import type { CalendarEntry } from './calendarEntry.ts';
import { entriesOf, entryWords, firstDayOf } from './calendarWords.ts';

const HOW = {
  keyOf: (said: CalendarEntry['said']) => `${said.kind} ${firstDayOf(said)}`,
  wordsOf: entryWords,
};

/** What these calendars, each of which replaces that of its body, change. */
export function calendarDifferences(before: Calendars, given: Calendars): BodyDifferences[] {
  return [...given].map(([body, calendar]) => {
    const was = before.get(body);
    return bodyDifferences(body, was ? entriesOf(was) : [], entriesOf(calendar), HOW);
  });
}
