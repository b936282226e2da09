import { describe, expect, test } from 'vitest';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { asked, CLERK, LATER, type Running, START, started } from './exampleRecord.ts';

const complete = ({ store }: Running, milestone = 'prepare', on = '2026-02-02', trajectory = 'voorbeeld') =>
  completeMilestone(store, trajectory, milestone, on, LATER, CLERK);

async function running(): Promise<Running> {
  const example = await started();
  await openMilestones(example.store, (await example.store.trajectory('voorbeeld'))!, START);
  return example;
}

test('a task is completed on its day, and the log says by whom', async () => {
  const example = await running();
  expect(await complete(example)).toEqual({ changed: true });
  expect(await example.store.milestone('voorbeeld', 'prepare')).toMatchObject({
    status: 'completed',
    openedAt: START,
    completedOn: '2026-02-02',
    completedAt: LATER,
  });
  expect((await example.store.audit('voorbeeld')).at(-1)).toMatchObject({
    what: 'completed',
    by: 'griffier',
  });
});

test('the same again is a success without effect', async () => {
  const example = await running();
  await complete(example);
  const before = example.store.snapshot();
  expect(await complete(example)).toEqual({ changed: false });
  expect(example.store.snapshot()).toEqual(before);
});

// The guard is the condition of the store's completeMilestone: absent or open.
test('two at once: the same day twice writes once, two days are a conflict', async () => {
  const example = await running();
  const same = await Promise.all([complete(example), complete(example)]);
  expect(same.map(({ changed }) => changed).sort()).toEqual([false, true]);

  const other = await running();
  const both = await Promise.allSettled([complete(other), complete(other, 'prepare', '2026-01-30')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
});

test('a task that is done before its period begins is completed all the same', async () => {
  const example = await running();
  expect(await example.store.milestone('voorbeeld', 'consult')).toBeUndefined();
  expect(await complete(example, 'consult')).toEqual({ changed: true });
});

describe('is refused, and nothing was changed', () => {
  test.each([
    ['on another day than before', 'CONFLICT', 'prepare', '2026-01-30'],
    ['a milestone that the plan does not know', 'UNKNOWN_MILESTONE', 'onbekend', '2026-02-02'],
    ['one that bodies decide', 'MILESTONE_DECIDED_BY_ROUND', 'proposal', '2026-02-02'],
    ['one that bodies take note of', 'MILESTONE_DECIDED_BY_ROUND', 'noted', '2026-02-02'],
    ['on a day to come', 'DATE_IN_FUTURE', 'consult', '2026-02-03'],
    ['on a day that does not exist', 'INVALID_DATE', 'consult', '2026-02-30'],
  ])('%s', async (_rule, code, milestone, on) => {
    const example = await running();
    await complete(example);
    const before = example.store.snapshot();
    await expect(complete(example, milestone, on)).rejects.toMatchObject({ code });
    expect(example.store.snapshot()).toEqual(before);
  });

  test('one that waits for another', async () => {
    const example = await started();
    const { store } = example;
    const plan = await store.plan((await store.trajectory('voorbeeld'))!);
    const waiting = { ...plan.milestones.find(({ id }) => id === 'consult')!, waitsFor: ['prepare'] };
    const changed = {
      ...plan,
      milestones: plan.milestones.map((each) => (each.id === 'consult' ? waiting : each)),
    };
    await expect(
      completeMilestone(
        { ...store, plan: async () => changed },
        'voorbeeld',
        'consult',
        '2026-02-02',
        LATER,
        CLERK,
      ),
    ).rejects.toMatchObject({ code: 'MILESTONE_NOT_OPEN', message: expect.stringContaining('prepare') });
  });

  // The guard is the check on `withdrawn` in completeMilestone: without it the write is tried for ever.
  test('one that was withdrawn', async () => {
    const example = await running();
    const rows = await example.store.milestones('voorbeeld');
    const withdrawn = rows.map((row) => ({ ...row, status: 'withdrawn' as const }));
    await expect(
      completeMilestone(
        { ...example.store, milestones: async () => withdrawn },
        'voorbeeld',
        'prepare',
        '2026-02-02',
        LATER,
        CLERK,
      ),
    ).rejects.toMatchObject({ code: 'MILESTONE_NOT_OPEN' });
  });

  test('of a trajectory that does not exist', async () => {
    await expect(complete(await asked(), 'prepare', '2026-02-02', 'onbekend')).rejects.toMatchObject({
      code: 'UNKNOWN_TRAJECTORY',
    });
  });
});
