import type { Day } from '../../calendar/days.ts';

/** Days and periods of the plan, by the names of the months and the words for a quarter and for "up to and including". */
export function dayWords(
  months: readonly string[],
  quarter: (number: number, year: string) => string,
  until: string,
): { readonly day: (day: Day) => string; readonly period: (period: string) => string } {
  return {
    day: (day) => {
      const [year, month, date] = day.split('-');
      return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
    },
    period: (period) =>
      period
        .split('..')
        .map((part) => {
          const [year = '', rest = ''] = part.split('-');
          return rest.startsWith('Q')
            ? quarter(Number(rest.slice(1)), year)
            : `${months[Number(rest) - 1] ?? rest} ${year}`;
        })
        .join(` ${until} `),
  };
}
