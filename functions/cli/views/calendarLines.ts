import Table from 'cli-table3';
import { dayOf } from '../../domain/calendar/days.ts';
import type { BodyCalendar } from '../../domain/meetings/calendar.ts';
import type { Imported } from '../../domain/reference.ts';

interface CalendarView extends BodyCalendar {
  readonly imported: Imported | null;
}

const PLAIN = { head: [], border: [] };

export function calendarTable(calendars: readonly CalendarView[]): string[] {
  if (calendars.length === 0) {
    return [
      'Er is nog geen vergaderrooster ingelezen. Lees er een in met: besluitketen calendar import BESTAND',
    ];
  }
  const table = new Table({
    head: ['orgaan', 'vergaderingen', 'van', 't/m', 'recessen', 'ingelezen'],
    style: PLAIN,
  });
  for (const { body, meetings, recesses, imported } of calendars) {
    const [first, last] = [meetings[0], meetings.at(-1)];
    table.push([
      body,
      meetings.length,
      first?.day ?? '',
      last?.day ?? '',
      recesses.map(({ from, until }) => `${from} t/m ${until}`).join(', '),
      imported ? `${dayOf(imported.at)} door ${imported.by} uit ${imported.file}` : '',
    ]);
  }
  return table.toString().split('\n');
}

const WORD = { election: 'verkiezing', 'new-council': 'nieuwe raad' } as const;

/** Every day of one body, in the order of time. */
export function calendarLines(body: string, calendar: CalendarView | undefined): string[] {
  if (!calendar) return [`Van ${body} is geen vergaderrooster bekend; werkdagen worden aangenomen.`];
  const { meetings, recesses, facts } = calendar;
  const rows = [
    ...meetings.map(({ day, papersBy = '' }) => ['vergadering', day, '', papersBy, '']),
    ...recesses.map(({ from, until, name }) => ['reces', from, until, '', name]),
    ...facts.map(({ day, kind, name }) => [WORD[kind], day, '', '', name]),
  ].sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
  const table = new Table({ head: ['soort', 'dag', 't/m', 'stukken uiterlijk', 'naam'], style: PLAIN });
  table.push(...rows);
  return table.toString().split('\n');
}
