import { dutchDay } from '../calendar/dutchDay.ts';
import { byLine, type FileMistake } from '../importFile/fileMistake.ts';
import { grouped } from '../importFile/grouped.ts';
import { unknownBody } from '../importFile/unknownBody.ts';
import type { BodyCalendar, Calendars } from './calendar.ts';
import { type CalendarEntry, dayOfEntry } from './calendarEntry.ts';

export type ReadCalendars = { readonly calendars: Calendars } | { readonly mistakes: readonly FileMistake[] };

/** What a body's calendar is kept in holds 400 KB (DynamoDB); a daily meeting for ten years stays far below. */
const MOST_OF_A_BODY = 4000;

/**
 * The calendars that the entries of a file make up, or everything that is wrong with it: what was wrong with its
 * lines already, bodies that do not exist, and entries that do not go together.
 */
export function assembleCalendars(
  entries: readonly CalendarEntry[],
  bodies: ReadonlySet<string>,
  found: readonly FileMistake[],
): ReadCalendars {
  const mistakes = [...found];
  const calendars = new Map<string, BodyCalendar>();
  for (const [body, ofBody] of grouped(entries, (entry) => entry.body)) {
    const ordered = [...ofBody].sort(inTime);
    if (!bodies.has(body)) {
      mistakes.push(...ofBody.map(({ line }) => ({ line, ...unknownBody(body, bodies) })));
    }
    mistakes.push(...sameTwice(ordered), ...overlappingRecesses(ordered), ...tooMany(ofBody));
    const said = ordered.map((entry) => entry.said);
    calendars.set(body, {
      body,
      meetings: said.flatMap(({ kind, ...meeting }) =>
        kind === 'meeting' && 'day' in meeting ? [meeting] : [],
      ),
      recesses: said.flatMap((each) =>
        each.kind === 'recess' ? [{ from: each.from, until: each.until, name: each.name }] : [],
      ),
      facts: said.flatMap((each) => (each.kind === 'election' || each.kind === 'new-council' ? [each] : [])),
    });
  }
  return mistakes.length > 0 ? { mistakes: byLine(mistakes) } : { calendars };
}

function inTime(a: CalendarEntry, b: CalendarEntry): number {
  const [one, other] = [dayOfEntry(a), dayOfEntry(b)];
  return one < other ? -1 : one > other ? 1 : a.line - b.line;
}

const WHAT_TWICE = {
  meeting: 'een vergadering',
  election: 'een verkiezing',
  'new-council': 'een nieuwe raad',
} as const;

function sameTwice(ordered: readonly CalendarEntry[]): FileMistake[] {
  const first = new Map<string, CalendarEntry>();
  return ordered.flatMap((entry) => {
    const { kind } = entry.said;
    if (kind === 'recess') return [];
    const key = `${kind} ${dayOfEntry(entry)}`;
    const before = first.get(key);
    if (!before) first.set(key, entry);
    return before
      ? [
          {
            line: entry.line,
            problem: `${entry.body} heeft op ${dutchDay(dayOfEntry(entry))} al ${WHAT_TWICE[kind]}, op regel ${before.line}`,
            remedy: 'laat een van beide weg',
          },
        ]
      : [];
  });
}

function overlappingRecesses(ordered: readonly CalendarEntry[]): FileMistake[] {
  let last: { readonly line: number; readonly until: string } | undefined;
  const mistakes: FileMistake[] = [];
  for (const { line, body, said } of ordered) {
    if (said.kind !== 'recess') continue;
    if (last && said.from <= last.until) {
      mistakes.push({
        line,
        problem: `dit reces van ${body} overlapt met dat op regel ${last.line}`,
        remedy: 'voeg ze samen, of laat het ene eindigen voor het andere begint',
      });
    }
    if (!last || said.until > last.until) last = { line, until: said.until };
  }
  return mistakes;
}

function tooMany(ofBody: readonly CalendarEntry[]): FileMistake[] {
  const tooLate = ofBody[MOST_OF_A_BODY];
  return tooLate
    ? [
        {
          line: tooLate.line,
          problem: `${tooLate.body} heeft meer dan ${MOST_OF_A_BODY} vergaderingen en recessen`,
          remedy: 'neem een kortere periode op',
        },
      ]
    : [];
}
