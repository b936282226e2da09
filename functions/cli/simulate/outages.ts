import { addDays, type Day } from '../../domain/calendar/days.ts';
import type { Scenario } from './scenario.ts';

export interface Step {
  readonly day: Day;
  /** `none`: the watch is out that day. `missed`: it does the days before as days that were missed. */
  readonly watch: 'usual' | 'none' | 'missed';
}

/** The next day that is played when `wanted` is the next on which something can happen. */
export function nextStep(outages: Scenario['outages'], day: Day, wanted: Day): Step {
  const outage = outages
    .filter(({ until }) => day <= until)
    .reduce<Scenario['outages'][number] | undefined>((a, b) => (a && a.from <= b.from ? a : b), undefined);
  if (!outage || wanted < outage.from) return { day: wanted, watch: 'usual' };
  const eve = addDays(outage.from, -1);
  // The days up to the outage are watched as ever.
  if (day < eve) return { day: eve, watch: 'usual' };
  if (day < outage.until) return { day: wanted < outage.until ? wanted : outage.until, watch: 'none' };
  return { day: addDays(outage.until, 1), watch: 'missed' };
}
