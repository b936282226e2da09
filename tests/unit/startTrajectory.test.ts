import { expect, test } from 'vitest';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { CLERK, examplePlan, START, started } from './exampleRecord.ts';

const PLAN = examplePlan();
const OTHER = examplePlan(['title: Voorbeeld\n', 'title: Iets anders\n']);
const LATER = '2026-01-06T09:00:00.000Z';

test('a started trajectory has its plan, its clock and one entry in the log', async () => {
  const { store } = await started();
  const trajectory = (await store.trajectory('voorbeeld'))!;
  expect(trajectory).toMatchObject({ clock: 'real', startedAt: START, planVersion: 1 });
  expect(await store.plan(trajectory)).toEqual(PLAN);
  expect(await store.activeTrajectories('real')).toEqual(['voorbeeld']);
  expect((await store.audit('voorbeeld')).map(({ what }) => what)).toEqual(['started']);
});

test('the same plan again is a success without effect', async () => {
  const { store } = await started();
  const before = store.snapshot();
  expect(await startTrajectory(store, PLAN, 'voorbeeld', 'real', LATER, CLERK)).toEqual({ changed: false });
  expect(store.snapshot()).toEqual(before);
});

// The guard is the conditional put of the trajectory's row in the store's startTrajectory.
test('another plan under the same id is refused, also when both come at once', async () => {
  const { store } = await started();
  await expect(startTrajectory(store, OTHER, 'voorbeeld', 'real', LATER, CLERK)).rejects.toMatchObject({
    code: 'ALREADY_STARTED',
  });

  const both = await Promise.allSettled([
    startTrajectory(store, PLAN, 'nieuw', 'real', LATER, CLERK),
    startTrajectory(store, OTHER, 'nieuw', 'real', LATER, CLERK),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await store.plan((await store.trajectory('nieuw'))!)).toEqual(PLAN);
});

test('a simulation of the same plan is a trajectory of its own', async () => {
  const { store } = await started();
  expect(await startTrajectory(store, PLAN, 'voorbeeld-sim1', 'virtual', LATER, CLERK)).toEqual({
    changed: true,
  });
  expect(await store.activeTrajectories('real')).toEqual(['voorbeeld']);
  expect(await store.activeTrajectories('virtual')).toEqual(['voorbeeld-sim1']);
});
