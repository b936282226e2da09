import { dayOf, type Instant, timeOfDay } from '../../domain/calendar/days.ts';
import { dutchDay } from '../../domain/calendar/dutchDay.ts';

/** A moment as people in the Netherlands write it. */
export function Moment({ at }: { readonly at: Instant }) {
  return (
    <time datetime={at}>
      {dutchDay(dayOf(at))} om {timeOfDay(at)}
    </time>
  );
}
