import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../functions/cli/simulate/report.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, chain, rowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  BY,
  COLLEGES,
  COUNCILS,
  copyOfPlan,
  FIRST_DAY,
  fileWith,
  untilAsked,
  untilRound,
} from './trajectories.ts';
import { until } from './until.ts';

const MEMO = join(import.meta.dirname, '..', '..', 'workflows', 'plans', 'visietraject.yaml');
const ROUND = 'process-proposal.r1';
const LOGO = `  - { id: logo, title: Naam en huisstijl, kind: decision, owner: colleges, period: 2025-12 }
`;
const LOGO_ROUND = `
  - id: logo
    title: Naam en huisstijl
    stages: [{ ask: colleges, role: decide, milestone: logo }]
`;
const REASON = 'De begroting is een kwartaal later.';

/** The memo's plan with a second round that opens on the first day as well. */
function planWithTwoRounds(name: string) {
  const text = readFileSync(MEMO, 'utf8').replace('milestones:\n', `milestones:\n${LOGO}`) + LOGO_ROUND;
  return copyOfPlan(name, fileWith(`${name}-two-rounds.yaml`, text));
}

/** That plan with its first round a quarter later, and without the second. */
function aQuarterLater(file: string): { file: string; plan: Plan } {
  const text = readFileSync(file, 'utf8')
    .replace(LOGO, '')
    .replace(LOGO_ROUND, '')
    .replace('    period: 2025-12\n', '    period: 2026-Q1\n')
    .replace(/(id: (?:rac|councils)-informed[\s\S]*?period: )2026-Q1/g, '$12026-Q2');
  const read = readPlan(text);
  if (!('plan' in read)) throw new Error(JSON.stringify(read.mistakes));
  return { file: fileWith(`${read.plan.id}-later.yaml`, text), plan: read.plan };
}

test('a plan replaced in the middle of a round: dates move, another round is withdrawn, answers stay, the chain goes on', async () => {
  const copy = planWithTwoRounds('replanned');
  const { id } = copy;
  await startTrajectory(store, copy.plan, id, 'real', momentOf(FIRST_DAY), BY);
  await atRest(copy);
  await untilAsked(id, 'logo.r1', COLLEGES);
  const [first, second, ...others] = COLLEGES;
  await answerAll(id, ROUND, [first, second]);
  await answer(id, 'logo.r1', first);
  await atRest(copy);

  const later = aQuarterLater(copy.file);
  const command = ['replan', id, later.file, '--reason', REASON, '--json'];
  const before = await rowsOf(id);
  const dry = await besluitketenHere([...command, '--dry-run']);
  expect(dry).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await rowsOf(id)).toEqual(before);
  const told = JSON.parse(dry.stdout) as {
    moves: { of: string; subject: string; bodies: string[]; from: string; to: string }[];
  };
  expect(told).toMatchObject({ changed: true, dryRun: true, version: 2, removed: ['logo'] });
  expect(told.moves.find(({ of }) => of === 'running')).toMatchObject({
    subject: ROUND,
    bodies: others,
    from: '2025-12-31',
    to: expect.stringMatching(/^2026-03-/),
  });

  const applied = await besluitketenHere(command);
  expect(JSON.parse(applied.stdout)).toEqual({ ...told, dryRun: false });
  const logo = await untilRound(id, 'logo.r1', 'is withdrawn', ({ status }) => status === 'withdrawn');
  expect(logo).toMatchObject({ withdrawnBecause: REASON, withdrawnByPlan: 2 });
  await until('its execution has ended', async () => (await chain.state(logo)) === 'succeeded');
  expect(await store.milestone(id, 'logo')).toMatchObject({ status: 'withdrawn' });
  await atRest({ ...copy, plan: later.plan });

  // Nothing that was recorded is lost.
  expect(await store.request(id, 'logo.r1', first)).toMatchObject({ outcome: 'adopted' });
  for (const body of [first, second])
    expect(await store.request(id, ROUND, body)).toMatchObject({ outcome: 'adopted' });

  // One notice a person: the lead, four colleges, the RAC and four councils whose dates moved.
  const notices = (await mailsOf(id)).filter(({ reference }) => reference.startsWith('replanning-2/'));
  expect(notices).toHaveLength(10);
  expect(new Set(notices.map(({ to }) => to.join())).size).toBe(10);
  for (const { text } of notices) expect(text).toContain(REASON);
  const toWaadhoeke = notices.find(({ to }) => to[0] === 'college@waadhoeke.example');
  expect(toWaadhoeke?.text).toContain(
    'de uiterste dag voor uw antwoord over Procesvoorstel fase 1 verschuift',
  );
  expect(toWaadhoeke?.text).toContain('de ronde over Naam en huisstijl is ingetrokken');
  expect((await mailsOf(id)).filter(({ reference }) => reference === 'logo.r1/withdrawn')).toEqual([]);

  // The same again is no change, and the chain goes on to the end.
  expect(JSON.parse((await besluitketenHere(command)).stdout)).toMatchObject({ changed: false, version: 2 });
  await answerAll(id, ROUND, others);
  await untilAsked(id, ROUND, ['rac']);
  await answer(id, ROUND, 'rac', { outcome: 'noted' });
  await untilAsked(id, ROUND, COUNCILS);
  await answerAll(id, ROUND, COUNCILS, { outcome: 'noted' });
  await untilRound(id, ROUND, 'is concluded', ({ status }) => status === 'concluded');
  expect((await mailsOf(id)).filter(({ reference }) => reference.startsWith('replanning-'))).toHaveLength(10);
  const log = (await auditRowsOf(id)).filter(({ what }) => what === 'replanned');
  expect(log).toMatchObject([{ details: { reason: REASON, version: 2, removed: 1, withdrawn: 1 } }]);
});

test('a plan that would undo a decision is refused with all reasons, and nothing is changed', async () => {
  const copy = planWithTwoRounds('undone');
  const { id } = copy;
  await startTrajectory(store, copy.plan, id, 'real', momentOf(FIRST_DAY), BY);
  await atRest(copy);
  await answer(id, ROUND, COLLEGES[1]);
  await atRest(copy);
  const text = readFileSync(copy.file, 'utf8').replace(
    / {2}- code: GM0072[\s\S]*?(?= {2}- code: GM1949)/,
    '',
  );
  const file = fileWith(`${id}-without-harlingen.yaml`, text);
  const before = await rowsOf(id);
  const refused = await besluitketenHere(['replan', id, file, '--reason', 'Harlingen stopt']);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toMatch(
    /^REPLAN_IMPOSSIBLE: Ronde logo\.r1 loopt|^REPLAN_IMPOSSIBLE: Ronde process-proposal\.r1 loopt/,
  );
  expect(refused.stderr).toContain(
    'College Harlingen (GM0072/college) heeft geantwoord in process-proposal.r1',
  );
  expect(refused.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(await rowsOf(id)).toEqual(before);
});

test('a simulation plays a plan that is replaced on its day', async () => {
  const plan = readFileSync(join(import.meta.dirname, 'kennisname.yaml'), 'utf8').replace(
    /^id: .*$/m,
    'id: replayed',
  );
  fileWith('replayed.yaml', plan);
  fileWith(
    'replayed-later.yaml',
    plan.replace(
      /period: 2031-12,\n {6}waitsFor: \[board-told\]/,
      'period: 2032-01,\n      waitsFor: [board-told]',
    ),
  );
  const scenario = fileWith(
    'replayed-scenario.yaml',
    `plan: replayed.yaml
from: 2031-12-01
until: 2032-02-27
replans: [{ on: 2031-12-04, plan: replayed-later.yaml, reason: Archief is in december dicht }]
`,
  );
  const played = await besluitketenHere(['simulate', scenario, '--json']);
  expect(played).toMatchObject({ exitCode: 0 });
  const report = JSON.parse(played.stdout) as Report;
  const archived = report.milestones.find(({ id }) => id === 'archived');
  expect(archived?.completedOn).toMatch(/^2032-01-/);
  expect(report.finishedOn).toBe(archived?.completedOn);
  expect(report.mails.byKind.replanned).toBe(1);
});
