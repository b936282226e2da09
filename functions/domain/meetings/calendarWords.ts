import { dutchDay } from '../calendar/dutchDay.ts';
import type { BodyCalendar } from './calendar.ts';
import { type CalendarEntry, USUAL_NAMES } from './calendarEntry.ts';

type Said = CalendarEntry['said'];

/** Everything a calendar says, in the order of time. */
export function entriesOf({ meetings, recesses, facts }: Omit<BodyCalendar, 'body'>): Said[] {
  const all: Said[] = [
    ...meetings.map((each) => ({ kind: 'meeting' as const, ...each })),
    ...recesses.map((each) => ({ kind: 'recess' as const, ...each })),
    ...facts,
  ];
  return all.sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : firstDayOf(a) > firstDayOf(b) ? 1 : 0));
}

export function firstDayOf(said: Said): string {
  return said.kind === 'recess' ? said.from : said.day;
}

/** The day until which it concerns anybody. */
export function lastDayOf(said: Said): string {
  return said.kind === 'recess' ? said.until : said.day;
}

/** "vergadering op 12 mei 2026, stukken uiterlijk 4 mei 2026", "reces (zomerreces) van … t/m …". */
export function entryWords(said: Said): string {
  switch (said.kind) {
    case 'meeting':
      return `vergadering op ${dutchDay(said.day)}${said.papersBy ? `, stukken uiterlijk ${dutchDay(said.papersBy)}` : ''}`;
    case 'recess':
      return `${named('reces', said.name)} van ${dutchDay(said.from)} t/m ${dutchDay(said.until)}`;
    default:
      return `${named(USUAL_NAMES[said.kind], said.name)} op ${dutchDay(said.day)}`;
  }
}

function named(what: string, name: string): string {
  return name === what ? what : `${what} (${name})`;
}
