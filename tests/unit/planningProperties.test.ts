import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import { recessOn } from '../../functions/domain/meetings/usableDays.ts';
import { opensNotBefore, roundOfMilestone } from '../../functions/domain/plan/derived.ts';
import { planningFlags } from '../../functions/domain/planning/flags/planningFlags.ts';
import { predecessorsOf } from '../../functions/domain/planning/order.ts';
import { planningOf } from '../../functions/domain/planning/planningOf.ts';
import { anyPlanning, MEMO_PLAN } from './planningArbitraries.ts';

const NOTHING_YET = { milestones: [], rounds: [] };

// Guards: functions/domain/planning/dueDates.ts: `notBefore` of `dueDates`.
test('no due day lies before that of what it waits for', () => {
  fc.assert(
    fc.property(anyPlanning, ({ plan, calendars, today }) => {
      const { milestones } = planningOf(plan, calendars, NOTHING_YET, today);
      for (const milestone of plan.milestones) {
        for (const id of predecessorsOf(plan, milestone)) {
          expect(
            milestones.get(milestone.id)!.due.day >= milestones.get(id)!.due.day,
            `${id} ${milestone.id}`,
          ).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

// Guards: functions/domain/meetings/usableDays.ts: the recess in `firstUsableDay`, `lastUsableDay` and `meetingsOutsideRecess`.
test('no meeting that is counted on falls in a recess, and one that is known is in the calendar', () => {
  fc.assert(
    fc.property(anyPlanning, ({ plan, calendars, today }) => {
      const { requests } = planningOf(plan, calendars, NOTHING_YET, today);
      for (const [key, { meeting, assumed, papersBy, day }] of requests) {
        const calendar = calendars.get(key.split('#')[2]!);
        expect(papersBy <= day).toBe(true);
        if (!meeting) continue;
        expect(recessOn(calendar, meeting)).toBeUndefined();
        if (assumed) expect(isWorkingDay(meeting)).toBe(true);
        else expect(calendar?.meetings.map((each) => each.day)).toContain(meeting);
      }
    }),
    { numRuns: 150 },
  );
});

// Guards: functions/domain/planning/forecast.ts: `own` and `last` of `forecast`.
test('nothing is expected in the past, before its period (or the stage before it), or before what it waits for', () => {
  fc.assert(
    fc.property(anyPlanning, ({ plan, calendars, today }) => {
      const { milestones, criticalPath, finish } = planningOf(plan, calendars, NOTHING_YET, today);
      for (const milestone of plan.milestones) {
        const { forecast } = milestones.get(milestone.id)!;
        expect(forecast.finish >= forecast.start).toBe(true);
        // A later stage of a round follows the one before it, whatever its own period says.
        const later =
          (roundOfMilestone(plan, milestone.id)?.stages[0]?.milestone ?? milestone.id) !== milestone.id;
        expect(later || forecast.start >= opensNotBefore(milestone)).toBe(true);
        expect(forecast.finish >= today).toBe(true);
        for (const id of predecessorsOf(plan, milestone)) {
          expect(forecast.finish >= milestones.get(id)!.forecast.finish).toBe(true);
        }
      }
      expect(milestones.get(criticalPath.at(-1)!)!.forecast.finish).toBe(finish);
    }),
    { numRuns: 150 },
  );
});

test('every flag has a cause that holds on its day: late, without a meeting, not to be made, or waiting', () => {
  fc.assert(
    fc.property(anyPlanning, ({ plan, calendars, today }) => {
      const planning = planningOf(plan, calendars, NOTHING_YET, today);
      for (const { flag, subject, date, reason, todo } of planningFlags({
        plan,
        calendars,
        planning,
        state: NOTHING_YET,
        today,
      })) {
        const [id = '', body] = subject.split(' ');
        const planned = planning.milestones.get(id)!;
        if (flag === 'at-risk')
          expect(planned.forecast.finish > planned.due.day && date === planned.forecast.finish).toBe(true);
        else if (flag === 'waiting-on-predecessor') expect(date <= today).toBe(true);
        else expect(flag === 'no-meeting-left' && body !== undefined).toBe(true);
        expect(reason).toMatch(/\.$/);
        expect(todo).toMatch(/\.$/);
      }
    }),
    { numRuns: 150 },
  );
});

test('a council in recess from early July to 3 October 2027 is said in December 2025', () => {
  const recess = { from: '2027-07-05', until: '2027-10-03', name: 'zomerreces' };
  const calendars = new Map([
    ['GM1900/council', { body: 'GM1900/council', meetings: [], recesses: [recess], facts: [] }],
  ]);
  const today = '2025-12-01';
  const before = planningOf(MEMO_PLAN, NO_CALENDARS, NOTHING_YET, today);
  const planning = planningOf(MEMO_PLAN, calendars, NOTHING_YET, today);
  expect(before.finish <= '2027-09-30').toBe(true);
  expect(planning.finish).toBe('2027-10-04');
  expect(planning.criticalPath.at(-1)).toBe('vision-adopted');
  expect(planning.milestones.get('vision-adopted')?.forecast.moved.at(-1)?.reason).toContain(
    'zomerreces van Raad Súdwest-Fryslân',
  );
  const flags = planningFlags({ plan: MEMO_PLAN, calendars, planning, state: NOTHING_YET, today });
  expect(flags.map(({ flag, subject }) => `${flag} ${subject}`)).toEqual([
    'at-risk vision-adopted',
    'no-meeting-left vision-adopted GM1900/council',
  ]);
  expect(
    planningFlags({ plan: MEMO_PLAN, calendars: NO_CALENDARS, planning: before, state: NOTHING_YET, today }),
  ).toEqual([]);
});
