import fc from 'fast-check';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';

/** Any day from 2015 to 2070. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => addDays('2015-01-01', days));
