import { describe, expect, test } from 'vitest';
import { atTime, dayOf } from '../../functions/domain/calendar/days.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { raiseFlag } from '../../functions/operations/raiseFlag.ts';
import { replan } from '../../functions/operations/replan.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { daysToWatch } from '../../functions/operations/watchDays.ts';
import { CLERK, createClock, createMailbox, examplePlan, started } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

const ID = examplePlan().id;
const TASK = { ...examplePlan().milestones[0]!, id: 'prepare', waitsFor: [], period: '2026-01' };

function planOf(...milestones: Plan['milestones']): Plan {
  return { ...examplePlan(), milestones, rounds: [] };
}

/** One task of the organisation itself, open. */
async function running() {
  const { store, chain } = await started(planOf(TASK));
  const clock = createClock();
  const deps = { reference: NOTHING_IMPORTED, store, chain, sender: createMailbox(), now: clock.now };
  const watch = (day: string) => {
    clock.at = atTime(day, '07:30');
    return watchDay(deps, ID, clock.at);
  };
  await watch('2026-01-06');
  const complete = (day: string) => completeMilestone(store, ID, TASK.id, day, atTime(day, '10:00'), CLERK);
  const active = () => store.activeTrajectories('real');
  return { store, watch, complete, active };
}

describe('a trajectory that is finished', () => {
  test('is not watched any more, and is still listed', async () => {
    const { store, watch, complete, active } = await running();
    expect(await active()).toEqual([ID]);
    await complete('2026-01-07');
    await watch('2026-01-08');
    expect(await active()).toEqual([]);
    expect(await daysToWatch(store, atTime('2026-01-09', '07:30'), undefined)).toEqual([]);
    expect(await store.allTrajectories('real')).toEqual([ID]);
  });

  test('is watched as long as a flag stands', async () => {
    const { store, watch, complete, active } = await running();
    await complete('2026-01-07');
    const flag = { kind: 'flag', schemaVersion: 1, trajectory: ID, flag: 'approaching' } as const;
    // One of the planning that this morning's run does not know: it is resolved, and the next morning is the last.
    await raiseFlag(store, {
      ...flag,
      subject: 'elders',
      reason: 'Nog te doen.',
      raisedAt: atTime('2026-01-07', '11:00'),
    });
    const withFlag = { ...store, resolveFlag: async () => false };
    const deps = { reference: NOTHING_IMPORTED, chain: (await started()).chain, sender: createMailbox() };
    const at = atTime('2026-01-08', '07:30');
    await watchDay({ ...deps, store: withFlag, now: () => at }, ID, at);
    expect(await active()).toEqual([ID]);
    await watch('2026-01-09');
    expect(await active()).toEqual([]);
  });

  test('is watched again from the day on which its plan is replaced, and has missed nothing', async () => {
    const { store, watch, complete, active } = await running();
    await complete('2026-01-07');
    await watch('2026-01-08');
    const plan = planOf(TASK, { ...TASK, id: 'archive', period: '2026-06' });
    const order = { trajectory: ID, plan, reason: 'Archiveren hoort erbij', calendars: new Map() };
    await replan(store, order, atTime('2026-06-01', '09:00'), CLERK);
    expect(await active()).toEqual([ID]);
    const days = await daysToWatch(store, atTime('2026-06-02', '07:30'), undefined);
    expect(days.map(({ at }) => dayOf(at))).toEqual(['2026-06-02']);
    await watch('2026-06-02');
    expect(await store.milestone(ID, 'archive')).toMatchObject({ status: 'open' });
    expect(await active()).toEqual([ID]);
  });

  test('does not rest under a plan that was replaced in the meantime', async () => {
    const { store, watch, complete, active } = await running();
    await complete('2026-01-07');
    const plan = planOf(TASK, { ...TASK, id: 'archive', period: '2026-06' });
    const order = { trajectory: ID, plan, reason: 'Archiveren hoort erbij', calendars: new Map() };
    store.before('restTrajectory', () => replan(store, order, atTime('2026-01-08', '09:00'), CLERK));
    await watch('2026-01-08');
    expect(await active()).toEqual([ID]);
  });
});

test('a trajectory with work left is watched every morning', async () => {
  const { watch, active } = await running();
  await watch('2026-01-08');
  expect(await active()).toEqual([ID]);
});
