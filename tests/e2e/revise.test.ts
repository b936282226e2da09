import { beforeEach, expect, test } from 'vitest';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  type PlanCopy,
  startedTrajectory,
  untilAsked,
  untilRound,
} from './trajectories.ts';

const R1 = 'process-proposal.r1';
const R2 = 'process-proposal.r2';
const NOTE = 'Paragraaf over de kosten per gemeente toegevoegd.';

let plan: PlanCopy;

beforeEach(async () => {
  plan = await startedTrajectory('revise');
  await answer(plan.id, R1, 'GM0072/college', { outcome: 'amended', note: 'Met een kostenparagraaf.' });
  await answerAll(plan.id, R1, ['GM1900/college', 'GM1949/college', 'GM1940/college']);
  await untilRound(plan.id, R1, 'is divided', ({ status }) => status === 'handed-over');
  await atRest(plan);
});

test('an amended decision divides the round where the plan does not count it; the organisation is to move', async () => {
  const { stdout } = await besluitketenHere(['status', plan.id]);
  expect(stdout).toContain('De organisatie: herzien voorstel na ronde process-proposal.r1');
  expect(await store.requestsOfRound(plan.id, R1)).toHaveLength(4);
  expect((await store.milestone(plan.id, 'process-proposal'))?.status).toBe('open');
});

test('revising opens the next round at stage one, once: the same note again changes nothing', async () => {
  const revise = ['revise', plan.id, R1, '--note', NOTE];
  const first = await besluitketen([...revise, '--json']);
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toEqual({ trajectory: plan.id, round: R2, changed: true });
  await untilAsked(plan.id, R2, COLLEGES);
  await atRest(plan);

  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];
  const again = await besluitketenHere(revise);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toContain('niets gewijzigd');
  const other = await besluitketenHere(['revise', plan.id, R1, '--note', 'Iets anders.', '--json']);
  expect(other).toMatchObject({ exitCode: 1, stdout: '' });
  expect(other.stderr).toMatch(/^CONFLICT: .+\n$/);
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);

  const asked = (await mailsOf(plan.id)).filter(({ reference }) => reference.startsWith(`${R2}/`));
  expect(asked).toHaveLength(4);
  for (const { text } of asked) expect(text).toContain(`Wat er herzien is: ${NOTE}`);
});

test('the answers of the divided round do not count in the next one', async () => {
  await besluitketenHere(['revise', plan.id, R1, '--note', NOTE]);
  await untilAsked(plan.id, R2, COLLEGES);
  const requests = await store.requestsOfRound(plan.id, R2);
  expect(requests.map(({ status }) => status)).toEqual(['open', 'open', 'open', 'open']);
  await expect(answer(plan.id, R1, 'GM0072/college')).rejects.toThrow('al geantwoord');
});
