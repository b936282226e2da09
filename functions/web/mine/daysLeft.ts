import { type Day, daysBetween } from '../../domain/calendar/days.ts';

export function isLate(due: Day, today: Day): boolean {
  return daysBetween(today, due) < 0;
}

/** "nog 12 dagen", "morgen", "vandaag", "3 dagen te laat" */
export function daysLeftWords(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days === 0) return 'vandaag';
  if (days === 1) return 'morgen';
  if (days > 0) return `nog ${days} dagen`;
  return days === -1 ? '1 dag te laat' : `${-days} dagen te laat`;
}
