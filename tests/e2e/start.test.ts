import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf, store } from './deployed.ts';
import { atRest, copyOfPlan, FIRST_DAY, fileWith } from './trajectories.ts';

test('starting twice starts once', async () => {
  const plan = copyOfPlan('twice');
  const start = ['start', plan.file, '--at', FIRST_DAY];
  await besluitketenHere(start);
  await atRest(plan);
  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];
  const again = await besluitketenHere(start);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toContain('niets gewijzigd');
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);
});

test('two starts at the same moment start once', async () => {
  const plan = copyOfPlan('at-once');
  const start = ['start', plan.file, '--at', FIRST_DAY, '--json'];
  const results = await Promise.all([besluitketen(start), besluitketen(start)]);
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(results.map(({ stdout }) => JSON.parse(stdout).changed).sort()).toEqual([false, true]);
  await atRest(plan);
  const entries = await auditRowsOf(plan.id);
  expect(entries.map(({ what }) => what).sort()).toEqual(['round-opened', 'started']);
});

test('another plan under an id that runs is refused as ALREADY_STARTED, and the first goes on', async () => {
  const plan = copyOfPlan('other-plan');
  await besluitketenHere(['start', plan.file, '--at', FIRST_DAY]);
  await atRest(plan);
  const before = await rowsOf(plan.id);
  const other = fileWith(
    'other.yaml',
    readFileSync(plan.file, 'utf8').replace('period: 2025-12', 'period: 2025-11'),
  );
  const refused = await besluitketenHere(['start', other, '--at', FIRST_DAY, '--json']);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^ALREADY_STARTED: .+\n$/);
  expect(await rowsOf(plan.id)).toEqual(before);
});

test('a wrong plan is told all its mistakes at once, each with its line and remedy, and starts nothing', async () => {
  const plan = copyOfPlan('mistakes');
  const wrong = readFileSync(plan.file, 'utf8')
    .replace('waitsFor: [phase-2-start]', 'waitsFor: [phase-two-start]')
    .replace('milestone: rac-informed', 'milestone: rac-told')
    .replace('period: 2025-12', 'period: 2025-13');
  const file = fileWith('wrong.yaml', wrong);
  const lineOf = (text: string) => wrong.split('\n').findIndex((line) => line.includes(text)) + 1;

  const asJson = await besluitketen(['start', file, '--json']);
  expect(asJson.exitCode).toBe(1);
  expect(asJson.stderr).toMatch(/^PLAN_INVALID: .+\n$/);
  const { mistakes } = JSON.parse(asJson.stdout) as {
    mistakes: { line: number; problem: string; remedy: string }[];
  };
  for (const text of ['phase-two-start', 'rac-told', '2025-13']) {
    expect(mistakes.filter(({ line }) => line === lineOf(text))).not.toEqual([]);
  }
  expect(mistakes.every(({ problem, remedy }) => problem.length > 0 && remedy.length > 0)).toBe(true);

  const inWords = await besluitketenHere(['start', file]);
  expect(inWords.exitCode).toBe(1);
  expect(inWords.stdout.trimEnd().split('\n')).toHaveLength(mistakes.length);
  for (const text of ['phase-two-start', 'rac-told', '2025-13']) {
    expect(inWords.stdout).toContain(`regel ${lineOf(text)} `);
  }
  expect(await store.trajectory(plan.id)).toBeUndefined();
  expect(await rowsOf(plan.id)).toEqual([]);
});
