import type { Day } from '../../domain/calendar/days.ts';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';

/** A day as people write it, with the day as machines read it. */
export function DateOf({ day }: { readonly day: Day }) {
  return <time datetime={day}>{dutchDay(day)}</time>;
}
