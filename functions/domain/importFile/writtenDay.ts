import * as z from 'zod';
import type { Day } from '../calendar/days.ts';

const DUTCH = /^([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})$/;
const EXISTING = z.iso.date();
const YEARS = /^(?:19|20|21)/;

export const HOW_TO_WRITE_A_DAY = 'schrijf een dag als 2026-12-31 of 31-12-2026';

/** A day as it stands in a file: `2026-12-31`, or as a Dutch spreadsheet shows it, `31-12-2026` or `31/12/2026`. */
export function writtenDay(text: string): Day | undefined {
  const dutch = DUTCH.exec(text);
  const iso = dutch ? `${dutch[4]}-${twoDigits(dutch[3])}-${twoDigits(dutch[1])}` : text;
  return YEARS.test(iso) && EXISTING.safeParse(iso).success ? iso : undefined;
}

function twoDigits(text = ''): string {
  return text.padStart(2, '0');
}
