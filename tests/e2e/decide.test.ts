import { beforeEach, expect, test } from 'vitest';
import type { TrajectoryStatus } from '../../functions/operations/statusViews.ts';
import { besluitketen, besluitketenHere } from './commandLine.ts';
import { auditRowsOf, rowsOf } from './deployed.ts';
import { atRest, type PlanCopy, startedTrajectory } from './trajectories.ts';

let plan: PlanCopy;

beforeEach(async () => {
  plan = await startedTrajectory('decide');
});

/** What Harlingen's college decided, as its secretary types it. */
const decided = () => [
  ...['decide', plan.id, 'process-proposal.r1', 'GM0072/college', 'adopted', '--on', '2025-12-16'],
  ...['--reference', 'B&W 2025/412', '--note', 'Met een woord van dank & een "vraag" over de kosten.'],
];

const statusNow = async () => {
  const { stdout } = await besluitketenHere(['status', plan.id, '--json']);
  return JSON.parse(stdout) as TrajectoryStatus;
};

test('a decision is recorded once, is shown with its reference and note, and may be given again', async () => {
  const first = await besluitketen([...decided(), '--json']);
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(first.stdout)).toMatchObject({
    body: 'GM0072/college',
    outcome: 'adopted',
    on: '2025-12-16',
    reference: 'B&W 2025/412',
    changed: true,
  });

  await atRest(plan);
  const { rounds, openRequests } = await statusNow();
  expect(rounds[0]?.requests.find(({ body }) => body === 'GM0072/college')).toMatchObject({
    status: 'decided',
    outcome: 'adopted',
    decidedOn: '2025-12-16',
    reference: 'B&W 2025/412',
    note: 'Met een woord van dank & een "vraag" over de kosten.',
  });
  expect(openRequests.map(({ body }) => body)).toEqual([
    'GM1900/college',
    'GM1949/college',
    'GM1940/college',
  ]);

  const before = await rowsOf(plan.id);
  const again = await besluitketen(decided());
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toContain('niets gewijzigd');
  expect(await rowsOf(plan.id)).toEqual(before);
  const entries = (await auditRowsOf(plan.id)).filter(({ what }) => what === 'decided');
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    subject: 'process-proposal.r1 GM0072/college',
    via: 'command-line',
    details: { outcome: 'adopted', on: '2025-12-16', reference: 'B&W 2025/412' },
  });
});

test('status says in words who is to answer and what was answered', async () => {
  await besluitketenHere(decided());
  const { exitCode, stdout } = await besluitketen(['status', plan.id]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/Nu aan zet\n( {2}.*\n)*? {2}College Súdwest-Fryslân \(GM1900\/college\)/);
  expect(stdout).toMatch(
    /GM0072\/college +aangenomen op 2025-12-16 – B&W 2025\/412 – Met een woord van dank/,
  );
});

test('another answer of a body that has answered is a CONFLICT: one line, and nothing is changed', async () => {
  await besluitketenHere(decided());
  await atRest(plan);
  const before = [await rowsOf(plan.id), await auditRowsOf(plan.id)];
  const other = await besluitketen([
    ...[
      'decide',
      plan.id,
      'process-proposal.r1',
      'GM0072/college',
      'rejected',
      '--on',
      '2025-12-17',
      '--json',
    ],
  ]);
  expect(other).toMatchObject({ exitCode: 1, stdout: '' });
  expect(other.stderr).toMatch(/^CONFLICT: .+\n$/);
  expect([await rowsOf(plan.id), await auditRowsOf(plan.id)]).toEqual(before);
});

test('a deferral keeps the request open with its new date; an answer may follow it', async () => {
  const waadhoeke = ['decide', plan.id, 'process-proposal.r1', 'GM1949/college'];
  const deferred = await besluitketenHere([
    ...[...waadhoeke, 'deferred', '--on', '2025-12-09', '--new-date', '2025-12-16', '--note', 'Agenda vol.'],
  ]);
  expect(deferred).toMatchObject({ exitCode: 0, stderr: '' });
  const open = (await statusNow()).openRequests.find(({ body }) => body === 'GM1949/college');
  expect(open).toMatchObject({ status: 'open', outcome: null, newDate: '2025-12-16', note: 'Agenda vol.' });

  const answered = await besluitketenHere([...waadhoeke, 'adopted', '--on', '2025-12-16']);
  expect(answered).toMatchObject({ exitCode: 0, stderr: '' });
  const { rounds } = await statusNow();
  expect(rounds[0]?.requests.find(({ body }) => body === 'GM1949/college')).toMatchObject({
    status: 'decided',
    outcome: 'adopted',
  });
  const entries = (await auditRowsOf(plan.id)).filter(({ subject }) =>
    String(subject).endsWith('GM1949/college'),
  );
  expect(entries.map(({ what }) => what)).toEqual(['deferred', 'decided']);
});
