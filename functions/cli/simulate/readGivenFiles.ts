import { join } from 'node:path';
import type { Contact } from '../../domain/contacts/contact.ts';
import { readContactsCsv } from '../../domain/contacts/readContactsCsv.ts';
import type { FileMistake } from '../../domain/importFile/fileMistake.ts';
import type { BookingOrder } from '../../domain/ledger/bookingOrder.ts';
import { readLedgerCsv } from '../../domain/ledger/csv/readLedgerCsv.ts';
import type { BodyCalendar, Calendars } from '../../domain/meetings/calendar.ts';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { readTextFile } from '../importFile.ts';
import { readCalendarFile } from '../readCalendarFile.ts';
import type { Scenario } from './scenario.ts';

export interface GivenFiles {
  readonly calendars: Calendars;
  readonly contacts: readonly Contact[];
  readonly bookings: readonly BookingOrder[];
  readonly mistakes: readonly string[];
}

/** The calendars, contacts and bookings a scenario names, relative to its own folder; a later file counts for its bodies. */
export function readGivenFiles(folder: string, scenario: Scenario, plans: readonly Plan[]): GivenFiles {
  const bodies = new Set(plans.flatMap(bodiesOf).map(({ id }) => id));
  const calendars = new Map<string, BodyCalendar>();
  const contacts: Contact[] = [];
  const mistakes: string[] = [];
  const wrong = (name: string, found: readonly FileMistake[]) =>
    mistakes.push(...found.map(({ line, problem }) => `${name}, regel ${line}: ${problem}`));
  for (const name of scenario.calendars) {
    const read = readCalendarFile(join(folder, name), bodies, undefined, scenario.from);
    if ('mistakes' in read) wrong(name, read.mistakes);
    else for (const [body, calendar] of read.calendars) calendars.set(body, calendar);
  }
  for (const name of scenario.contacts) {
    const text = readTextFile(join(folder, name));
    const read = 'mistakes' in text ? text : readContactsCsv(text.text, bodies);
    if ('mistakes' in read) wrong(name, read.mistakes);
    else contacts.push(...read.contacts);
  }
  const bookings: BookingOrder[] = [];
  const [plan] = plans;
  if (scenario.ledger && plan) {
    const text = readTextFile(join(folder, scenario.ledger));
    const read = 'mistakes' in text ? text : readLedgerCsv(text.text, plan);
    if ('mistakes' in read) wrong(scenario.ledger, read.mistakes);
    else bookings.push(...read.lines.map(({ order }) => order));
  }
  return { calendars, contacts, bookings, mistakes };
}
