import { expect, test } from 'vitest';
import { createDailyWatch } from '../../functions/adapters/dailyWatch.ts';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import type { WatchSummary } from '../../functions/operations/watchDay.ts';
import { auditRowsOf, outputs, settings, store } from '../e2e/deployed.ts';
import { mailsOf } from '../e2e/mailbox.ts';
import { answer, BY } from '../e2e/trajectories.ts';
import { FIRST_DAY, newTrajectory, R1, started, type Trajectory } from './trajectories.ts';

// The streams and the events of this cloud are off: whatever happens here, the deployed watch does.

const daily = createDailyWatch(outputs.WatchArn, settings);

async function watched({ id }: Trajectory, day: string): Promise<WatchSummary> {
  const days = await daily.run({ at: atTime(day, '07:30'), trajectory: id });
  return days.at(-1)!;
}
/** These bodies answer during the day, and nothing follows. */
async function answered({ id }: Trajectory, day: string, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) {
    const outcome = body === 'rac' ? 'noted' : 'adopted';
    await answer(id, R1, body, { outcome, on: day, at: atTime(day, '15:00') });
  }
}

/** What was mailed since the last look, as `body/asked` or `body/decided`, sorted. */
function mailbox(trajectory: Trajectory) {
  const seen = new Set<string>();
  return async () => {
    const references = (await mailsOf(trajectory.id)).map(({ reference }) => reference);
    expect(references.length).toBe(new Set(references).size);
    const fresh = references.filter((reference) => !seen.has(reference));
    for (const reference of fresh) seen.add(reference);
    return fresh.map((reference) => reference.replace(`${R1}/`, '').replace(/decided-.*/, 'decided')).sort();
  };
}
const each = (bodies: readonly string[], what: string) => bodies.map((body) => `${body}/${what}`);

// Guards: functions/operations/watchDay.ts: openInto(summary, deps, trajectory, at), the first of watchDay
// Guards: functions/operations/watchRound.ts: if (await settleRound(store, told.round, chain)) summary.settled.push(…)
// Guards: functions/operations/watchRound.ts: const mails = await sendOwedMails(store, sender, now, plan, round, requests)
// Guards: functions/handlers/watch-day/handler.ts: const pass = await watchDay(deps, trajectory, at)
test('the watch alone brings a round from its opening to its end, a stage a day: all asked once, each mail once', async () => {
  const trajectory = await started(newTrajectory('alleen-watch'));
  const { id, colleges, councils } = trajectory;
  const fresh = mailbox(trajectory);

  expect(await watched(trajectory, FIRST_DAY)).toMatchObject({
    opened: ['agreed'],
    started: 1,
    mailsSent: 2,
  });
  expect(await fresh()).toEqual(each(colleges, 'asked'));

  await answered(trajectory, FIRST_DAY, colleges);
  expect(await fresh()).toEqual([]);
  const second = await watched(trajectory, '2026-01-06');
  expect(second).toMatchObject({ woken: 2, completed: ['agreed'], mailsSent: 3, resumed: 0 });
  expect(await fresh()).toEqual([...each(colleges, 'decided'), 'rac/asked']);

  await answered(trajectory, '2026-01-06', ['rac']);
  expect(await watched(trajectory, '2026-01-07')).toMatchObject({ woken: 1, completed: ['noted'] });
  expect(await fresh()).toEqual([...each(councils, 'asked'), 'rac/decided']);

  await answered(trajectory, '2026-01-07', councils);
  const last = await watched(trajectory, '2026-01-08');
  expect(last).toMatchObject({ woken: 2, completed: ['adopted'], opened: ['archived'], settled: [R1] });
  expect(await fresh()).toEqual([...each(councils, 'decided'), 'concluded']);

  expect(await trajectory.round()).toMatchObject({ status: 'concluded', verdict: 'agreed', epoch: 1 });
  expect(await watched(trajectory, '2026-01-09')).toMatchObject({ woken: 0, mailsSent: 0, settled: [] });
  await completeMilestone(store, id, 'archived', '2026-01-09', atTime('2026-01-09', '10:00'), BY);
  expect((await store.milestones(id)).map(({ status }) => status)).toEqual(Array(4).fill('completed'));
  expect(await fresh()).toEqual([]);
});

// Guards: functions/operations/watchRound.ts: const moved = await moveRoundOn(deps.store, deps.chain, rows.round, rows.requests, at)
// Guards: functions/operations/moveRoundOn.ts: if (await store.completeMilestone(row)) moved.completed.push(row.id)
test('a day of which the stream brought nothing is made up for by one watch: wakes, milestones, openings, starts, mails', async () => {
  const trajectory = await started(newTrajectory('dag-zonder'));
  const fresh = mailbox(trajectory);
  await watched(trajectory, FIRST_DAY);
  // Everybody answers on that day, most of them before they were asked.
  await answered(trajectory, FIRST_DAY, [...trajectory.colleges, 'rac', ...trajectory.councils]);
  await fresh();
  expect(await watched(trajectory, '2026-01-06')).toMatchObject({
    woken: 2,
    opened: ['archived'],
    settled: [R1],
    resumed: 0,
  });
  expect(await trajectory.round()).toMatchObject({ status: 'concluded', verdict: 'agreed', epoch: 1 });
  const everybody = [...trajectory.colleges, 'rac', ...trajectory.councils];
  expect(await fresh()).toEqual([...each(everybody, 'decided'), 'concluded'].sort());
  const passed = (await auditRowsOf(trajectory.id)).filter(({ what }) => what === 'stage-passed');
  expect(passed).toHaveLength(2);
});
