import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WatchSummary } from '../../functions/operations/watchDay.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import { atRest, COLLEGES, copyOfPlan, type PlanCopy, untilAsked } from './trajectories.ts';

const twoNotes = join(import.meta.dirname, 'kennisname.yaml');

async function startedOn(day: string, name: string, source?: string): Promise<PlanCopy> {
  const plan = copyOfPlan(name, source);
  const started = await besluitketenHere(['start', plan.file, '--at', day]);
  expect(started).toMatchObject({ exitCode: 0, stderr: '' });
  return plan;
}

/** The watch of a moment for one trajectory: the others of this run are left alone. */
async function watched(plan: PlanCopy, at: string): Promise<readonly WatchSummary[]> {
  const result = await besluitketenHere(['watch', '--at', at, '--trajectory', plan.id, '--json']);
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  return JSON.parse(result.stdout).days;
}

const everythingOf = async ({ id }: PlanCopy) => [...(await rowsOf(id)), ...(await auditRowsOf(id))];

test('what is due opens on its day and not before, and its bodies are asked', async () => {
  const plan = await startedOn('2025-11-27', 'due');
  expect((await watched(plan, '2025-11-30')).flatMap(({ opened }) => opened)).toEqual([]);
  expect(await store.milestones(plan.id)).toEqual([]);

  const days = await watched(plan, '2025-12-01T07:30');
  expect(days.flatMap(({ day, opened }) => opened.map((id) => [day, id]))).toEqual([
    ['2025-12-01', 'process-proposal'],
  ]);
  await untilAsked(plan.id, 'process-proposal.r1', COLLEGES);
  const [request] = await store.requestsOfRound(plan.id, 'process-proposal.r1');
  expect(request?.askedAt).toBe('2025-12-01T06:30:00.000Z');
});

test('watching the same day twice gives the same rows', async () => {
  const plan = await startedOn('2025-11-27', 'twice');
  await watched(plan, '2025-12-02T07:30');
  await untilAsked(plan.id, 'process-proposal.r1', COLLEGES);
  await atRest(plan);
  const before = await everythingOf(plan);
  const again = await watched(plan, '2025-12-02T07:30');
  expect(again.flatMap(({ opened }) => opened)).toEqual([]);
  expect(await everythingOf(plan)).toEqual(before);
  await watched(plan, '2025-12-05T07:30');
  expect(await everythingOf(plan)).toEqual(before);
  expect(await mailsOf(plan.id)).toHaveLength(4);
});

test('every missed day is watched, in order, for its own moment', async () => {
  const plan = await startedOn('2025-11-27', 'missed');
  const days = await watched(plan, '2025-12-03T12:00');
  expect(days.map(({ day }) => day)).toEqual([
    '2025-11-28',
    '2025-11-29',
    '2025-11-30',
    '2025-12-01',
    '2025-12-02',
    '2025-12-03',
  ]);
  expect(days.filter(({ opened }) => opened.length > 0).map(({ day }) => day)).toEqual(['2025-12-01']);
  const round = await store.round(plan.id, { family: 'process-proposal', number: 1 });
  expect(round?.openedAt).toBe('2025-12-01T06:30:00.000Z');
});

test('a noting body’s silence is recorded as silence, the morning after its term, through the same record', async () => {
  const plan = await startedOn('2031-12-01', 'silence', twoNotes);
  await untilAsked(plan.id, 'rac-note.r1', ['rac']);
  await watched(plan, '2031-12-02T07:30');
  expect((await store.request(plan.id, 'rac-note.r1', 'rac'))?.status).toBe('open');
  const [morningAfter] = await watched(plan, '2031-12-03T07:30');
  expect(morningAfter?.silences).toBe(1);
  expect(await store.request(plan.id, 'rac-note.r1', 'rac')).toMatchObject({
    status: 'decided',
    outcome: 'noted',
    decidedOn: '2031-12-02',
    via: 'watch',
  });
  const entry = (await auditRowsOf(plan.id)).find(({ what }) => what === 'decided');
  expect(entry).toMatchObject({ via: 'watch', details: { outcome: 'noted', silence: true } });
});

// Once more: on a busy machine a status event may resume an execution of one of the two, which is a line in its log.
test('five missed days at once give the rows that five mornings would have given', { retry: 1 }, async () => {
  const daily = await startedOn('2031-12-01', 'daily', twoNotes);
  const atOnce = await startedOn('2031-12-01', 'late', twoNotes);
  for (const plan of [daily, atOnce]) await atRest(plan);
  for (const day of ['02', '03', '04', '05', '06']) {
    await watched(daily, `2031-12-${day}T07:30`);
    await atRest(daily, `2031-12-${day}`);
  }
  await watched(atOnce, '2031-12-06T07:30');
  await atRest(atOnce, '2031-12-06');
  expect(await comparableRows(atOnce)).toEqual(await comparableRows(daily));
  expect((await store.milestone(daily.id, 'archived'))?.status).toBe('open');
});

test('without a trajectory all that run on the real clock are watched', async () => {
  const plan = await startedOn('2025-11-27', 'all');
  const { exitCode, stdout, stderr } = await besluitketen(['watch', '--at', '2025-11-28', '--json']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const days = JSON.parse(stdout).days as WatchSummary[];
  expect(days.filter(({ trajectory }) => trajectory === plan.id).map(({ day }) => day)).toEqual([
    '2025-11-28',
  ]);
});

/**
 * Rows as two trajectories of the same plan would have them: without ids, hashes, tokens, the machine's clock, and
 * which of the stream's followers wrote last.
 */
async function comparableRows(plan: PlanCopy): Promise<unknown[]> {
  const rows = (await everythingOf(plan)).filter(({ kind }) => kind !== 'plan');
  const machineMade = new Set([
    'token',
    'decisionId',
    'agendaKey',
    'planHash',
    'plan',
    'id',
    'claimedUntil',
    'sentAt',
    'messageId',
    'lastWrite',
  ]);
  const text = JSON.stringify(rows, (key, value) => (machineMade.has(key) ? undefined : value))
    .replaceAll(plan.id, 'ID')
    .replace(/decided-[0-9a-f]{12}/g, 'decided')
    .replace(/Z#[0-9a-f]{16}/g, 'Z');
  const sorted = (JSON.parse(text) as { pk: string; sk: string; subject?: string; what?: string }[]).sort(
    (a, b) =>
      JSON.stringify([a.pk, a.sk, a.what, a.subject]).localeCompare(
        JSON.stringify([b.pk, b.sk, b.what, b.subject]),
      ),
  );
  return sorted;
}
