import type { PlannedEvent } from '../../../functions/cli/simulate/agenda.ts';
import { addDays, type Day } from '../../../functions/domain/calendar/days.ts';

export const STEPS = ['dag', 'week', 'gebeurtenis'] as const;
/** What the buttons do: the next day, the next week, or up to the next thing that happens. */
export type Step = (typeof STEPS)[number];

interface Ahead {
  /** What the player will do, and the days on which the watch may do something. */
  readonly events: readonly Pick<PlannedEvent, 'day'>[];
  /** By when the bodies that are asked must answer. */
  readonly dueDays: readonly Day[];
}

/**
 * Up to which day a step goes from `today` on. Where only people can bring it further, who do not come by themselves, the
 * next event is the day by which they must; and after that a week, in which the watch reminds them.
 */
export function untilDay(step: Step, today: Day, { events, dueDays }: Ahead): Day {
  if (step === 'dag') return addDays(today, 1);
  const week = addDays(today, 7);
  if (step === 'week') return week;
  const later = [...events.map(({ day }) => day), ...dueDays].filter((day) => day > today).sort();
  const overdue = dueDays.some((day) => day <= today);
  return [...later, ...(overdue || later.length === 0 ? [week] : [])].sort()[0] ?? week;
}
