import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { USUAL_LADDER } from '../../functions/domain/reminders/ladder.ts';
import { rungOn, rungsOf } from '../../functions/domain/reminders/rungs.ts';
import { planDay } from './planningArbitraries.ts';

const DUE = { day: '2026-06-30', papersBy: '2026-06-16' };

describe('the usual ladder', () => {
  test('reminds ten, five and one working day before papers are due, then from the day after the due day', () => {
    expect(
      rungsOf(USUAL_LADDER, DUE).map(({ day, kind, escalates }) => `${day} ${kind}${escalates ? ' !' : ''}`),
    ).toEqual([
      '2026-06-02 before',
      '2026-06-09 before',
      '2026-06-15 before',
      '2026-07-01 overdue',
      '2026-07-08 overdue !',
      '2026-07-15 overdue !',
      '2026-07-22 overdue !',
    ]);
  });

  test('ends: after the last rung there are no more', () => {
    expect(rungOn(USUAL_LADDER, DUE, '2026-05-01', '2026-12-01')?.key).toBe('remind-2026-06-30-o4');
  });

  test('starts anew when the due day moves', () => {
    const moved = { day: '2026-09-29', papersBy: '2026-09-15' };
    expect(rungOn(USUAL_LADDER, moved, '2026-07-20', '2026-07-22')).toBeUndefined();
    const keys = new Set(rungsOf(USUAL_LADDER, moved).map(({ key }) => key));
    expect(rungsOf(USUAL_LADDER, DUE).some(({ key }) => keys.has(key))).toBe(false);
  });

  // Guards: functions/domain/reminders/rungs.ts: `since < day` of `rungOn`.
  test('does not remind of what was asked after the rung had passed', () => {
    expect(rungOn(USUAL_LADDER, DUE, '2026-06-10', '2026-06-11')).toBeUndefined();
    expect(rungOn(USUAL_LADDER, DUE, '2026-06-10', '2026-06-15')?.key).toBe('remind-2026-06-30-b1');
  });

  test('gives one reminder after an outage, the last that was missed', () => {
    expect(rungOn(USUAL_LADDER, DUE, '2026-05-01', '2026-06-12')?.key).toBe('remind-2026-06-30-b5');
  });
});

test('every rung falls on a working day, before ones not after papers are due, overdue ones after the due day', () => {
  fc.assert(
    fc.property(planDay, planDay, (a, b) => {
      const [papersBy, day] = [a, b].sort() as [string, string];
      for (const rung of rungsOf({ ...USUAL_LADDER, before: [10, 5, 1] }, { day, papersBy })) {
        expect(isWorkingDay(rung.day)).toBe(true);
        expect(rung.kind === 'before' ? rung.day < papersBy : rung.day > day).toBe(true);
      }
    }),
  );
});
