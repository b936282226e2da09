import ICAL from 'ical.js';
import * as z from 'zod';
import type { FileMistake } from '../../importFile/fileMistake.ts';
import type { Block } from './blocks.ts';
import { readRule, type SeriesRule } from './rule.ts';

/** An event as far as a meeting calendar needs it; its times as they are written, each in its own zone. */
export interface IcsEvent {
  readonly line: number;
  readonly calendarName: string | undefined;
  readonly uid: string;
  readonly summary: string;
  readonly categories: readonly string[];
  readonly cancelled: boolean;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
  /** The name of the zone of `start`, when it has one. */
  readonly zone: string | undefined;
  /** Which occurrence of a series this event replaces. */
  readonly replaces: ICAL.Time | undefined;
  readonly rule: SeriesRule | undefined;
  readonly except: readonly ICAL.Time[];
  readonly also: readonly ICAL.Time[];
}

/** Reads one event with ical.js; what it cannot read, or we cannot, is a mistake on the line of the event. */
export function readIcsEvent(block: Block): { event: IcsEvent } | { mistake: FileMistake } {
  const wrong = (problem: string, remedy: string) => ({ mistake: { line: block.line, problem, remedy } });
  try {
    const component = componentOf(block);
    const first = (name: string) => component.getFirstPropertyValue(name);
    const summary = String(first('summary') ?? '').trim();
    const what = summary ? `agenda-item ${JSON.stringify(summary)}` : 'dit agenda-item';
    const starts = component.getFirstProperty('dtstart');
    const start = starts?.getFirstValue();
    if (!starts || !(start instanceof ICAL.Time) || !exist(component, 'dtstart'))
      return wrong(`${what} heeft geen bestaande begindag (DTSTART)`, AS_A_DAY);
    const strange = ['dtend', 'recurrence-id', 'exdate', 'rdate'].find((name) => !exist(component, name));
    if (strange) return wrong(`${what} heeft een dag die niet bestaat (${strange.toUpperCase()})`, AS_A_DAY);
    const end = new ICAL.Event(component).endDate;
    if (end.compare(start) < 0) return wrong(`${what} eindigt voordat het begint`, 'verbeter begin of einde');
    const recurrence = first('rrule');
    const rule = recurrence instanceof ICAL.Recur ? readRule(recurrence) : undefined;
    if (rule && 'problem' in rule) return wrong(`${what} ${rule.problem}`, rule.remedy);
    const replaces = first('recurrence-id');
    if (component.getFirstProperty('recurrence-id')?.getFirstParameter('range'))
      return wrong(`${what} verandert alle volgende van een reeks tegelijk (RANGE)`, AS_A_SERIES);
    return {
      event: {
        line: block.line,
        calendarName: block.calendar.name,
        uid: String(first('uid') ?? ''),
        summary,
        categories: valuesOf(component, 'categories').map((each) => String(each).trim()),
        cancelled: String(first('status') ?? '').toUpperCase() === 'CANCELLED',
        start,
        end,
        zone: starts.getFirstParameter('tzid') || undefined,
        replaces: replaces instanceof ICAL.Time ? replaces : undefined,
        rule,
        except: timesOf(component, 'exdate'),
        also: timesOf(component, 'rdate'),
      },
    };
  } catch (error) {
    return wrong(
      `dit agenda-item is niet te lezen: ${error instanceof Error ? error.message : String(error)}`,
      'verbeter het in de agenda en sla die opnieuw op',
    );
  }
}

const AS_A_SERIES = 'laat de reeks daarvoor eindigen, en begin een nieuwe';
const AS_A_DAY = 'schrijf een dag als 20261231, of een tijdstip als 20261231T200000';

function componentOf({ lines, calendar }: Block): ICAL.Component {
  const zones = calendar.timezones.flatMap((zone) => zone.lines);
  const text = ['BEGIN:VCALENDAR', ...zones, ...lines, 'END:VCALENDAR'].join('\r\n');
  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
  if (!event) throw new RangeError('geen VEVENT');
  return event;
}

function valuesOf(component: ICAL.Component, name: string): unknown[] {
  return component.getAllProperties(name).flatMap((property) => property.getValues());
}

function timesOf(component: ICAL.Component, name: string): ICAL.Time[] {
  return valuesOf(component, name).flatMap((value) => {
    const time = value instanceof ICAL.Period ? value.start : value;
    return time instanceof ICAL.Time ? [time] : [];
  });
}

const writtenTime = z.union([z.iso.date(), z.iso.datetime({ local: true })]);

/** As they are written: a time of ical.js makes 2 March of 30 February. Years are those our days have. */
function exist(component: ICAL.Component, name: string): boolean {
  return component.getAllProperties(name).every((property) => {
    const [, , , ...written] = property.toJSON() as unknown as unknown[];
    return written.flat().every((text, index) => {
      const isLength = index > 0 && typeof text === 'string' && text.startsWith('P');
      return isLength || (/^(19|20|21)/.test(String(text)) && writtenTime.safeParse(text).success);
    });
  });
}
