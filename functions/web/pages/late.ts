import { compareDays, type Day } from '../../domain/calendar/days.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** Has this day gone by? Without a today (a simulation) nothing has. */
export function isPast(day: Day, today: Day | undefined): boolean {
  return today !== undefined && compareDays(day, today) < 0;
}

/** "vandaag", "gisteren", "12 dagen geleden"; a day still to come counts as today. */
export function daysAgo(day: Day, today: Day): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / MILLISECONDS_A_DAY);
  if (days <= 0) return 'vandaag';
  return days === 1 ? 'gisteren' : `${days} dagen geleden`;
}
