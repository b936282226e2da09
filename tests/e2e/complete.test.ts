import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Refusal } from '../../functions/domain/refusal.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf, store } from './deployed.ts';
import { atRest, BY, copyOfPlan, type PlanCopy, untilAsked } from './trajectories.ts';

const sevenMunicipalities = join(import.meta.dirname, '..', 'plans', 'zeven-gemeenten.yaml');
const FIRST_DAY = '2026-01-05';

let plan: PlanCopy;

beforeEach(async () => {
  plan = copyOfPlan('complete', sevenMunicipalities);
  await besluitketenHere(['start', plan.file, '--at', FIRST_DAY]);
  await atRest(plan, FIRST_DAY);
});

test('completing a task opens the round that waited for it, on a plan that begins with a joint body', async () => {
  const complete = ['complete', plan.id, 'draft-framework', '--on', '2026-01-20'];
  const first = await besluitketen([...complete, '--json']);
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toEqual({
    trajectory: plan.id,
    milestone: 'draft-framework',
    on: '2026-01-20',
    changed: true,
  });
  await untilAsked(plan.id, 'framework.r1', ['portefeuilleberaad']);
  await atRest(plan, FIRST_DAY);

  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];
  const again = await besluitketenHere(complete);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toContain('niets gewijzigd');
  const other = await besluitketenHere([
    'complete',
    plan.id,
    'draft-framework',
    '--on',
    '2026-01-21',
    '--json',
  ]);
  expect(other).toMatchObject({ exitCode: 1, stdout: '' });
  expect(other.stderr).toMatch(/^CONFLICT: .+\n$/);
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);
});

test('of two completions on different days at the same moment one is recorded, the other is a CONFLICT', async () => {
  const at = '2026-01-22T10:00:00.000Z';
  const results = await Promise.allSettled(
    ['2026-01-20', '2026-01-21'].map((on) =>
      completeMilestone(store, plan.id, 'draft-framework', on, at, BY),
    ),
  );
  const refused = results.filter((result) => result.status === 'rejected');
  expect(refused.map(({ reason }) => (reason as Refusal).code)).toEqual(['CONFLICT']);
  const entries = (await auditRowsOf(plan.id)).filter(({ what }) => what === 'completed');
  const milestone = await store.milestone(plan.id, 'draft-framework');
  expect(entries.map(({ details }) => details)).toEqual([{ on: milestone?.completedOn }]);
});
