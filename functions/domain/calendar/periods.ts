import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { Refusal } from '../refusal.ts';
import type { Day } from './days.ts';

/** Days from `from` up to and including `until`. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

/**
 * The days of a month (`2025-12`), a quarter (`2026-Q1`) or a range of these (`2026-Q2..2027-Q3`, from the first
 * day of the first to the last day of the last). A range that ends before it begins comes back as it is written,
 * with `from` after `until`: the plan's validation reports it. Refuses `INVALID_DATE` on other text; none that
 * fits the plan's schema is refused.
 */
export function periodOf(text: string): Period {
  const [first = '', last = first, ...more] = text.split('..');
  const begin = monthsOf(first);
  const end = monthsOf(last);
  if (!begin || !end || more.length > 0) {
    throw new Refusal(
      'INVALID_DATE',
      `${JSON.stringify(text)} is geen periode; schrijf een maand (2025-12), een kwartaal (2026-Q1) of een reeks (2026-Q2..2027-Q3).`,
    );
  }
  return { from: `${begin.firstMonth}-01`, until: lastDayOf(end.lastMonth) };
}

/** The quarter a day falls in, written `2026-Q1`. */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First and last month (`YYYY-MM`) of a month or a quarter. */
function monthsOf(text: string): { firstMonth: string; lastMonth: string } | undefined {
  const match = /^([0-9]{4})-(?:(0[1-9]|1[0-2])|Q([1-4]))$/.exec(text);
  if (!match) return undefined;
  const [, year, month, quarter] = match;
  if (month) return { firstMonth: text, lastMonth: text };
  const last = Number(quarter) * 3;
  return { firstMonth: `${year}-${twoDigits(last - 2)}`, lastMonth: `${year}-${twoDigits(last)}` };
}

function lastDayOf(month: string): Day {
  return `${month}-${twoDigits(PlainDate.daysInMonth(PlainDate.fromString(`${month}-01`, Calendar.getISO)))}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
