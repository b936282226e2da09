import type { ReadCalendars } from '../domain/meetings/assembleCalendars.ts';
import { readCalendarCsv } from '../domain/meetings/readCalendarCsv.ts';
import { readCalendarIcs } from '../domain/meetings/readCalendarIcs.ts';
import { Refusal } from '../domain/refusal.ts';
import { readTextFile } from './importFile.ts';

/** Reads meeting days and recesses from a .csv or .ics. Refuses INVALID_INPUT on any other file. */
export function readCalendarFile(
  file: string,
  bodies: ReadonlySet<string>,
  body: string | undefined,
  today: string,
): ReadCalendars {
  const kind = /\.(csv|ics)$/i.exec(file)?.[1]?.toLowerCase();
  if (!kind) throw new Refusal('INVALID_INPUT', `${file} is geen .csv of .ics; geef een van beide op.`);
  if (kind === 'csv' && body !== undefined)
    throw new Refusal('INVALID_INPUT', 'Een .csv noemt zelf zijn organen; laat --body weg.');
  const read = readTextFile(file);
  if ('mistakes' in read) return read;
  return kind === 'csv'
    ? readCalendarCsv(read.text, bodies)
    : readCalendarIcs(read.text, { bodies, body, today });
}
