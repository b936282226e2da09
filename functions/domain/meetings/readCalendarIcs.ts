import type ICAL from 'ical.js';
import type { Day } from '../calendar/days.ts';
import type { FileMistake } from '../importFile/fileMistake.ts';
import { grouped } from '../importFile/grouped.ts';
import { assembleCalendars, type ReadCalendars } from './assembleCalendars.ts';
import type { CalendarEntry } from './calendarEntry.ts';
import { icsBlocks } from './ics/blocks.ts';
import { type IcsEvent, readIcsEvent } from './ics/event.ts';
import { bodyOfEvent, saidBy } from './ics/meaning.ts';
import { type Occurrence, occurrencesOf } from './ics/occurrences.ts';

export interface IcsOptions {
  /** Those that exist. */
  readonly bodies: ReadonlySet<string>;
  /** Whose calendar it is where the file does not say so. */
  readonly body?: string | undefined;
  /** Series that go on are followed from the first day of its year. */
  readonly today: Day;
}

/** Reads an iCalendar file as docs/calendars-and-contacts.md says. Total: never throws. */
export function readCalendarIcs(text: string, options: IcsOptions): ReadCalendars {
  const { events: blocks, mistakes: broken } = icsBlocks(text);
  const mistakes: FileMistake[] = [...broken];
  const events: IcsEvent[] = [];
  for (const block of blocks) {
    const read = readIcsEvent(block);
    if ('event' in read) events.push(read.event);
    else mistakes.push(read.mistake);
  }
  const replaced = replacedMoments(events);
  const entries = events
    .filter(({ cancelled }) => !cancelled)
    .flatMap((event) => entriesOf(event, replaced.get(event.uid) ?? [], options, mistakes));
  if (blocks.length === 0 && mistakes.length === 0) {
    mistakes.push({
      line: 1,
      problem: 'er staat niets in deze agenda',
      remedy: 'controleer of het de goede is',
    });
  }
  return assembleCalendars(oncePerDay(entries), options.bodies, mistakes);
}

type TimedEntry = CalendarEntry & { readonly moment?: string | undefined };

function entriesOf(
  event: IcsEvent,
  replaced: readonly ICAL.Time[],
  { bodies, body: given, today }: IcsOptions,
  mistakes: FileMistake[],
): TimedEntry[] {
  const { line, summary } = event;
  const what = summary ? `agenda-item ${JSON.stringify(summary)}` : 'dit agenda-item';
  const body = bodyOfEvent(event, bodies, given);
  if (body === undefined) {
    mistakes.push({
      line,
      problem: `${what} zegt niet van welk orgaan het is`,
      remedy:
        'geef het orgaan als categorie (CATEGORIES) of naam van de agenda, of noem het bij het inlezen (--body)',
    });
    return [];
  }
  const placed = occurrencesOf(event, event.replaces ? [] : replaced, today);
  if ('problem' in placed) {
    mistakes.push({ line, problem: `${what} ${placed.problem}`, remedy: placed.remedy });
    return [];
  }
  return placed.occurrences.map((each: Occurrence) => ({
    line,
    body,
    said: saidBy(event, each),
    moment: each.moment,
  }));
}

/** Of each series the moments for which the file has another event, cancelled ones too. */
function replacedMoments(events: readonly IcsEvent[]): ReadonlyMap<string, readonly ICAL.Time[]> {
  const replacing = events.filter(({ replaces }) => replaces);
  return new Map(
    [...grouped(replacing, ({ uid }) => uid)].map(([uid, of]) => [
      uid,
      of.flatMap(({ replaces }) => replaces ?? []),
    ]),
  );
}

/** A body that sits in the afternoon and again in the evening has one meeting day; the same hour twice is a mistake. */
function oncePerDay(entries: readonly TimedEntry[]): CalendarEntry[] {
  const days = new Map<string, Set<string>>();
  return entries.flatMap(({ moment, ...entry }) => {
    if (entry.said.kind !== 'meeting' || moment === undefined) return [entry];
    const key = `${entry.body} ${entry.said.day}`;
    const moments = days.get(key) ?? new Set();
    const again = moments.size > 0 && !moments.has(moment);
    days.set(key, moments.add(moment));
    return again ? [] : [entry];
  });
}
