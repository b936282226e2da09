import { beforeAll, expect, test } from 'vitest';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { remindersOf, type Simulation, simulated } from './simulated.ts';

let silent: Simulation;
beforeAll(async () => {
  silent = await simulated('zwijgend-college.yaml');
}, 150_000);

test('a silent college is reminded by the ladder, which escalates and ends; then a flag stands, until it answers', () => {
  const toldOf = (address: string) =>
    remindersOf(silent)
      .filter(({ to }) => to === address)
      .map(({ day, rung }) => `${day} ${rung}`);
  // Papers are due ten working days before the meeting of 17 March; the secretary is away on 2 March.
  expect(toldOf('secretaris@aa.example')).toEqual([
    '2026-02-17 b10',
    '2026-02-24 b5',
    '2026-03-18 o1',
    '2026-03-25 o2',
    '2026-04-01 o3',
    '2026-04-10 o4',
  ]);
  expect(toldOf('vervanger@aa.example')).toEqual(['2026-03-02 b1']);
  const escalated = ['2026-03-25 o2', '2026-04-01 o3', '2026-04-10 o4'];
  expect(toldOf('wethouder@aa.example')).toEqual(escalated);
  expect(toldOf('lead@twee.example')).toEqual(escalated);
  const flags = silent.report.flags.filter(({ subject }) => subject === 'main.r1 GM0001/college');
  expect(flags).toEqual([
    {
      kind: 'approaching',
      subject: 'main.r1 GM0001/college',
      raisedOn: '2026-02-17',
      resolvedOn: '2026-03-18',
    },
    { kind: 'overdue', subject: 'main.r1 GM0001/college', raisedOn: '2026-03-18', resolvedOn: '2026-06-10' },
  ]);
});

test('nobody is mailed on a weekend or a holiday, and nobody twice for the same rung', () => {
  for (const { day } of remindersOf(silent)) expect(isWorkingDay(day), day).toBe(true);
  expect(silent.report.mails).toMatchObject({ onNonWorkingDays: 0, duplicates: 0 });
});
