import { expect, test } from 'vitest';
import { createDailyWatch } from '../../functions/adapters/dailyWatch.ts';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { outputs, settings, store } from './deployed.ts';
import { R1 } from './executions.ts';
import { mailsOf } from './mailbox.ts';
import { answer, COLLEGES, startedTrajectory } from './trajectories.ts';

const watch = createDailyWatch(outputs.WatchArn, settings);

/** Executions of the deployed watch that are started at once, for the same moment of one trajectory. */
async function watchedAtOnce(trajectory: string, day: string, executions = 2): Promise<number> {
  const runs = Array.from({ length: executions }, () => watch.run({ at: atTime(day, '07:30'), trajectory }));
  const days = (await Promise.all(runs)).flat();
  return days.reduce((sum, { reminders }) => sum + reminders, 0);
}

/** Who was reminded on a day, and of what, as it stands in the mails themselves. */
async function remindedOn(trajectory: string, day: string): Promise<string[]> {
  return (await mailsOf(trajectory))
    .filter(({ reference }) => reference.startsWith(`remind-${day}/`))
    .map(({ to, reference }) => `${to} ${/-([bo]\d+)-/.exec(reference)?.[1] ?? 'several'}`)
    .sort();
}

/**
 * Guards: functions/adapters/record/mailWrites.ts: the ConditionExpression of claimMail
 * Guards: functions/operations/sendClaimedMail.ts: if (await store.claimMail(row.owner, row.key, claim, at)) claims.push(…)
 */
test('two watches of the same morning remind each person of each rung once, and the lead of what is late once', async () => {
  const { id, plan } = await startedTrajectory('race-remind');
  await answer(id, R1, 'GM1940/college', { on: '2025-12-02', at: '2025-12-02T10:00:00.000Z' });
  const silent = COLLEGES.filter((body) => body !== 'GM1940/college');
  const addresses = plan.participants
    .filter(({ code }) => silent.includes(`${code}/college` as (typeof silent)[number]))
    .map(({ college }) => college!.mail)
    .sort();
  const toColleges = (told: readonly string[]) => told.filter((each) => !each.startsWith(plan.lead.mail));

  for (const [day, rung] of [
    ['2025-12-08', 'b5'],
    ['2025-12-12', 'b1'],
  ] as const) {
    expect(await watchedAtOnce(id, day)).toBe(addresses.length);
    expect(await remindedOn(id, day)).toEqual(addresses.map((address) => `${address} ${rung}`));
  }

  // The second time it is late. The mornings since were missed, and the last of them is at night: nobody is reminded.
  await watch.run({ at: atTime('2026-01-08', '00:30'), trajectory: id });
  const sent = await watchedAtOnce(id, '2026-01-09', 3);
  const told = await remindedOn(id, '2026-01-09');
  expect(told).toHaveLength(sent);
  expect(toColleges(told)).toEqual(addresses.map((address) => `${address} o2`));
  const states = (await store.requestsOfRound(id, R1)).flatMap(({ mails }) =>
    Object.entries(mails).filter(([key]) => key.startsWith('remind-2025-12-31-o2-lead-')),
  );
  // One message of all three, or several of which none says what another did.
  expect(states).toHaveLength(silent.length);
  expect(new Set(states.map(([, { messageId }]) => messageId)).size).toBe(sent - addresses.length);
}, 180_000);
