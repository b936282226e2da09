import type { Day } from './days.ts';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** `2025-12-16` as people write it: 16 december 2025. */
export function dutchDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A period of the plan in words: "december 2025", "1e kwartaal 2026", "2e kwartaal 2026 t/m 3e kwartaal 2027". */
export function periodWords(period: string): string {
  return period
    .split('..')
    .map((part) => {
      const [year, rest = ''] = part.split('-');
      return rest.startsWith('Q')
        ? `${rest.slice(1)}e kwartaal ${year}`
        : `${MONTHS[Number(rest) - 1] ?? rest} ${year}`;
    })
    .join(' t/m ');
}
