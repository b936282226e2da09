import { type Day, dayOf } from '../../domain/calendar/days.ts';
import type { ReadCalendars } from '../../domain/meetings/assembleCalendars.ts';
import { calendarDifferences } from '../../domain/meetings/calendarDifferences.ts';
import { CALENDAR_COLUMNS, readCalendarCsv } from '../../domain/meetings/readCalendarCsv.ts';
import { readCalendarIcs } from '../../domain/meetings/readCalendarIcs.ts';
import { REAL_SCOPE } from '../../domain/reference.ts';
import { bodiesInScope } from '../../operations/bodiesInScope.ts';
import { importCalendars } from '../../operations/importCalendars.ts';
import type { FormDependencies } from '../formRoutes.ts';
import { CALENDARS } from '../pages/addresses.ts';
import { CalendarsList } from './calendarsList.tsx';
import type { GivenText, ImportKind } from './importKind.ts';

const IS_ICS = /^\s*BEGIN:VCALENDAR/i;

/** When each body meets, and when it is in recess. */
export function calendarsKind({ store, reference, now: clock }: FormDependencies): ImportKind {
  return {
    what: 'calendars',
    address: CALENDARS,
    title: 'Vergaderdagen en recessen',
    lead: 'Wanneer organen kunnen besluiten. Een bestand vervangt het rooster van de organen die erin staan.',
    hint: `Een agenda (.ics), of een CSV met de kolommen ${CALENDAR_COLUMNS.join(', ')}; zie docs/calendars-and-contacts.md.`,
    accept: '.ics,.csv,text/calendar,text/csv',
    mayBeOfBody: true,
    standing: async () => {
      const { bodies } = await bodiesInScope(store);
      const now = await reference.calendars(REAL_SCOPE);
      const today = dayOf(clock());
      return {
        version: now.version,
        bodies,
        shown: <CalendarsList bodies={bodies} today={today} {...now} />,
        judge: (given) => {
          const read = readEither(given, new Set(bodies.keys()), today);
          if ('mistakes' in read) return read;
          return {
            differences: calendarDifferences(now.calendars, read.calendars),
            write: (by) => importCalendars(reference, REAL_SCOPE, read.calendars, by),
          };
        },
        undoing: async () => {
          const { calendars } = await reference.calendarsBefore(REAL_SCOPE);
          const of = new Set([...now.calendars.keys(), ...calendars.keys()]);
          return calendarDifferences(now.calendars, calendars, of);
        },
      };
    },
  };
}

/** What was pasted has no name that says what it is. */
function readEither({ text, body }: GivenText, bodies: ReadonlySet<string>, today: Day): ReadCalendars {
  if (IS_ICS.test(text)) return readCalendarIcs(text, { bodies, body, today });
  if (body === undefined) return readCalendarCsv(text, bodies);
  const problem = 'een CSV noemt zelf zijn organen';
  return { mistakes: [{ line: 1, problem, remedy: 'kies dat het bestand het zelf zegt' }] };
}
