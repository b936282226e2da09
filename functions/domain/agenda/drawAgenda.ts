import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addDays, type Day } from '../calendar/days.ts';
import type { AgendaEvent } from './agendaEvent.ts';

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE } as const;

/** These days as a calendar that is published, drawn at the moment `at`. */
export function drawAgenda(name: string, events: readonly AgendaEvent[], at: string): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: '-//Besluitketen//Agenda//NL',
    name: oneLine(name),
  });
  for (const { uid, sequence, day, status, summary, description } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(at),
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      allDay: true,
      summary: oneLine(summary),
      description,
      status: STATUS[status],
      // A day to keep in mind, not a day on which somebody is away.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** The library writes all-day dates from their UTC date. */
function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
