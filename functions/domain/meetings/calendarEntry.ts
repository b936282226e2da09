import type { Day } from '../calendar/days.ts';
import type { CalendarFact, Meeting, Recess } from './calendar.ts';

/** One thing a file says of the calendar of a body, and on which line. */
export interface CalendarEntry {
  readonly line: number;
  readonly body: string;
  readonly said:
    | ({ readonly kind: 'meeting' } & Meeting)
    | ({ readonly kind: 'recess' } & Recess)
    | CalendarFact;
}

/** What it is called when the file gives it no name. */
export const USUAL_NAMES = {
  recess: 'reces',
  election: 'verkiezing',
  'new-council': 'nieuwe raad',
} as const;

export function dayOfEntry({ said }: CalendarEntry): Day {
  return said.kind === 'recess' ? said.from : said.day;
}
