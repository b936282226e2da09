import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import type { BodyCalendar, Calendars } from '../../functions/domain/meetings/calendar.ts';
import { bodiesOf } from '../../functions/domain/plan/bodies.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { examplePlan } from './exampleRecord.ts';

/** The memo's plan, as it is in the repository. */
export const MEMO_PLAN: Plan = (() => {
  const text = readFileSync(new URL('../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8');
  const read = readPlan(text);
  if ('mistakes' in read) throw new Error('the plan of the visietraject is not valid');
  return read.plan;
})();

/** Any day of the years in which the plans play. */
export const planDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 760 })
  .map((days) => addDays('2025-10-01', days));

/** Any calendar of a body: no meetings, a few, or many; recesses anywhere, also over each other. */
function calendarOf(body: string): fc.Arbitrary<BodyCalendar> {
  return fc.record({
    body: fc.constant(body),
    meetings: fc.uniqueArray(planDay, { maxLength: 40 }).map((days) => days.sort().map((day) => ({ day }))),
    recesses: fc
      .array(fc.tuple(planDay, fc.integer({ min: 0, max: 100 })), { maxLength: 3 })
      .map((all) => all.map(([from, days]) => ({ from, until: addDays(from, days), name: 'reces' }))),
    facts: fc.constant([]),
  });
}

/** Any calendars for some of a plan's bodies. */
export function calendarsOf(plan: Plan): fc.Arbitrary<Calendars> {
  return fc
    .tuple(...bodiesOf(plan).map(({ id }) => fc.option(calendarOf(id), { nil: undefined })))
    .map((all) => new Map(all.flatMap((each) => (each ? [[each.body, each] as const] : []))));
}

export const anyPlan: fc.Arbitrary<Plan> = fc.constantFrom(MEMO_PLAN, examplePlan());

/** A plan with calendars of its bodies and a day on which it is looked at. */
export const anyPlanning: fc.Arbitrary<{ plan: Plan; calendars: Calendars; today: Day }> = anyPlan.chain(
  (plan) => fc.record({ plan: fc.constant(plan), calendars: calendarsOf(plan), today: planDay }),
);
