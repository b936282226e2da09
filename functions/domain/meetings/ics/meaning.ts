import { type CalendarEntry, USUAL_NAMES } from '../calendarEntry.ts';
import type { IcsEvent } from './event.ts';
import type { Occurrence } from './occurrences.ts';

/** Looks like the body of a municipality, known or not: a mistyped one must not fall to the calendar's own body. */
const OF_A_MUNICIPALITY = /^GM[0-9]{4}\/\w+$/;

/** The body an event is of: its category, else the name of its calendar, else what the command says. */
export function bodyOfEvent(
  event: IcsEvent,
  bodies: ReadonlySet<string>,
  given: string | undefined,
): string | undefined {
  const isBody = (text: string) => bodies.has(text) || OF_A_MUNICIPALITY.test(text);
  const name = event.calendarName;
  return event.categories.find(isBody) ?? (name !== undefined && isBody(name) ? name : given);
}

type Kind = CalendarEntry['said']['kind'];

/**
 * What kind of event it is: by its categories, and of one that lasts whole days by its summary. What has a time of day
 * within one day is a meeting, whatever it is about: "laatste vergadering voor het zomerreces". "Recessie" is no recess.
 */
export function kindOfEvent(
  { summary, categories }: Pick<IcsEvent, 'summary' | 'categories'>,
  { first, last, moment }: Occurrence,
): Kind {
  const has = (category: string) => categories.some((each) => each.toUpperCase() === category);
  if (has('RECES')) return 'recess';
  if (has('VERKIEZING')) return 'election';
  if (has('NIEUWE-RAAD')) return 'new-council';
  if (moment !== undefined && first === last) return 'meeting';
  if (/reces(?!sie)/i.test(summary)) return 'recess';
  return /verkiezing/i.test(summary) ? 'election' : 'meeting';
}

/** As long as a name of a plan. */
const LONGEST_NAME = 200;

export function saidBy(event: IcsEvent, occurrence: Occurrence): CalendarEntry['said'] {
  const { first, last } = occurrence;
  const kind = kindOfEvent(event, occurrence);
  if (kind === 'meeting') return { kind, day: first };
  const name = event.summary.slice(0, LONGEST_NAME) || USUAL_NAMES[kind];
  return kind === 'recess' ? { kind, from: first, until: last, name } : { kind, day: first, name };
}
