import { expect, test } from 'vitest';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { auditRowsOf, store } from './deployed.ts';
import { executionsOf } from './executions.ts';
import { mailsOf } from './mailbox.ts';
import { answerAll, atRest, BY, COLLEGES, startedTrajectory, untilAsked } from './trajectories.ts';
import { until } from './until.ts';

const NEXT = 'phase-2-start.r1';
const LAST_FOUR = ['analysis-with-partners', 'tender-guidance', 'communication-strategy', 'prepare-phase-2'];

/** Guards: functions/handlers/move-on/handler.ts: if (row.kind === 'milestone') return row.completedAt */
test('completions at the same moment that open one successor open it once, and none misses the others', async () => {
  const plan = await startedTrajectory('completed-at-once');
  await answerAll(plan.id, 'process-proposal.r1', COLLEGES);
  await until(
    'the proposal is adopted',
    async () => (await store.milestone(plan.id, 'process-proposal'))?.status === 'completed',
  );
  const day = '2026-04-02';
  const at = `${day}T10:00:00.000Z`;
  const completeAll = () =>
    Promise.all(
      LAST_FOUR.flatMap((id) => [1, 2].map(() => completeMilestone(store, plan.id, id, day, at, BY))),
    );
  const results = await completeAll();
  expect(results.filter(({ changed }) => changed)).toHaveLength(LAST_FOUR.length);
  await untilAsked(plan.id, NEXT, COLLEGES);
  await atRest(plan, day);

  const opened = async () =>
    (await auditRowsOf(plan.id)).filter(({ what, subject }) => what === 'round-opened' && subject === NEXT);
  expect(await opened()).toMatchObject([{ at }]);
  expect(await store.milestone(plan.id, 'phase-2-start')).toMatchObject({ status: 'open', openedAt: at });
  const executions = (await executionsOf(plan.id)).filter((name) => name.includes('-phase-2-start-'));
  expect(executions).toEqual([`${plan.id}-phase-2-start-r1-e1`]);
  const asked = (await mailsOf(plan.id)).filter(({ reference }) => reference.startsWith(`${NEXT}/`));
  expect(asked).toHaveLength(COLLEGES.length);
  expect((await completeAll()).filter(({ changed }) => changed)).toEqual([]);
});
