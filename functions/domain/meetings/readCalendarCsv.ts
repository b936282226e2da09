import { type Cells, cellsOf } from '../importFile/cells.ts';
import type { FileMistake } from '../importFile/fileMistake.ts';
import { type CsvLine, readCsv } from '../importFile/readCsv.ts';
import { assembleCalendars, type ReadCalendars } from './assembleCalendars.ts';
import { type CalendarEntry, USUAL_NAMES } from './calendarEntry.ts';

export const CALENDAR_COLUMNS = ['body', 'kind', 'from', 'until', 'papersBy', 'name'] as const;
const REQUIRED = ['body', 'kind', 'from'] as const;
const KINDS = ['meeting', 'recess', 'election', 'new-council'] as const;

/** Reads the calendar file of docs/calendars-and-contacts.md; `bodies` are those that exist. Total: never throws. */
export function readCalendarCsv(text: string, bodies: ReadonlySet<string>): ReadCalendars {
  const csv = readCsv(text, CALENDAR_COLUMNS, REQUIRED);
  const mistakes: FileMistake[] = [...csv.mistakes];
  const entries: CalendarEntry[] = [];
  for (const line of csv.lines) {
    const read = readLine(line);
    mistakes.push(...read.mistakes);
    if (read.entry) entries.push(read.entry);
  }
  if (csv.lines.length === 0 && mistakes.length === 0) {
    mistakes.push({
      line: 1,
      problem: 'het bestand is leeg',
      remedy: `zet er een kop in met ${CALENDAR_COLUMNS.join(', ')}, en daaronder een regel per vergadering of reces`,
    });
  }
  return assembleCalendars(entries, bodies, mistakes);
}

function readLine(line: CsvLine): { entry?: CalendarEntry; mistakes: readonly FileMistake[] } {
  const cells = cellsOf(line);
  const body = cells.requiredText('body');
  const written = cells.requiredText('kind');
  const kind = KINDS.find((each) => each === written);
  if (written && !kind)
    cells.wrong(`kind: ${JSON.stringify(written)} is geen soort`, `kies uit ${KINDS.join(', ')}`);
  if (!kind) cells.requiredDay('from');
  const said = kind && readSaid(cells, kind);
  return {
    mistakes: cells.mistakes,
    ...(said && body && { entry: { line: line.line, body, said } }),
  };
}

function readSaid(cells: Cells, kind: (typeof KINDS)[number]): CalendarEntry['said'] | undefined {
  const from = cells.requiredDay('from');
  const until = kind === 'recess' ? cells.requiredDay('until') : cells.day('until');
  const papersBy = cells.day('papersBy');
  const name = cells.text('name');
  if (kind !== 'recess' && cells.text('until'))
    cells.wrong('until geldt alleen voor een reces', 'maak het leeg');
  if (kind !== 'meeting' && cells.text('papersBy'))
    cells.wrong('papersBy geldt alleen voor een vergadering', 'maak het leeg');
  if (from && papersBy && kind === 'meeting' && papersBy > from)
    cells.wrong(`papersBy (${papersBy}) ligt na de vergadering (${from})`, 'verbeter een van beide dagen');
  if (kind === 'recess') {
    if (!from || !until) return undefined;
    if (from > until) {
      cells.wrong(`from (${from}) ligt na until (${until})`, 'verwissel de dagen');
      return undefined;
    }
    return { kind, from, until, name: name || USUAL_NAMES.recess };
  }
  if (!from) return undefined;
  return kind === 'meeting'
    ? { kind, day: from, ...(papersBy && { papersBy }) }
    : { kind, day: from, name: name || USUAL_NAMES[kind] };
}
