import { expect, test } from 'vitest';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { CLERK, OPENED, START, started } from './exampleRecord.ts';

// The guard is momentOfOpening.
test('an opening that is evaluated late, for a moment that has passed, is not before what it waited for', async () => {
  const { store, round } = await started();
  const trajectory = (await store.trajectory('voorbeeld'))!;
  await openMilestones(store, trajectory, START);
  await completeMilestone(store, 'voorbeeld', 'prepare', '2026-01-20', OPENED, CLERK);
  await openMilestones(store, trajectory, START);
  expect(await store.milestone('voorbeeld', 'proposal')).toMatchObject({ openedAt: OPENED });
  expect(await round()).toMatchObject({ openedAt: OPENED, askAt: OPENED });
  const entry = (await store.audit('voorbeeld')).find(({ what }) => what === 'round-opened');
  expect(entry?.at).toBe(OPENED);
});
