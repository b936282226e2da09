import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { endpoint, store } from '../e2e/deployed.ts';
import { mailsOf } from '../e2e/mailbox.ts';
import { type FaultyCloud, startFaultyCloud } from './faultyCloud.ts';
import { changesOf, createClock, handlersAt, isDone, isRequest } from './inProcess.ts';
import { asked, FIRST_DAY, newTrajectory, type Trajectory } from './trajectories.ts';

const A_DAY = 86_400;

let cloud: FaultyCloud;
beforeAll(async () => {
  cloud = await startFaultyCloud(endpoint);
});
afterEach(() => cloud.forget());
afterAll(() => cloud.stop());

async function owed(name: string, municipalities: number) {
  const clock = createClock();
  const handlers = handlersAt(cloud.endpoint, { clock });
  const trajectory = await asked(newTrajectory(name, municipalities), handlers);
  return {
    ...{ trajectory, clock },
    send: async () => isDone(await handlers.sendMails(await changesOf(trajectory.id, isRequest))),
    watch: (day: string) =>
      handlers
        .watchDay({ at: atTime(day, '07:30'), trajectories: [trajectory.id] })
        .then(([summary]) => summary!),
  };
}

/** The planning has flags of its own, from the first morning on. */
const mailFlags = async (id: string) =>
  (await store.openFlags(id)).filter(({ flag }) => flag === 'mail-failed');
const receivers = async ({ id }: Trajectory) => (await mailsOf(id)).flatMap(({ to }) => to).sort();
const colleges = (trajectory: Trajectory, ...from: [number?, number?]) =>
  trajectory.colleges
    .slice(...from)
    .map(trajectory.addressOf)
    .sort();

// Guards: functions/operations/sendMails.ts: return 'failed'
// Guards: functions/handlers/send-mails/handler.ts: if (failed > 0) throw new Unavailable(…)
// Guards: functions/operations/watchDay.ts: settleFlags(store, trajectoryId, unsent, at, unwatched)
test('one address that SES refuses keeps nobody else from theirs, is a flag, and gets its mail when it is put right', async () => {
  const { trajectory, send, watch } = await owed('geweigerd', 3);
  const refusal = cloud.arm(
    { kind: 'refuse', error: 'MessageRejected' },
    { operation: 'SendRawEmail', body: trajectory.addressOf(trajectory.colleges[0]!), times: Infinity },
  );
  expect(await send()).toBe(false);
  expect(await receivers(trajectory)).toEqual(colleges(trajectory, 1));
  expect(await watch('2026-01-06')).toMatchObject({ mailsSent: 0, mailsFailed: 1 });
  const [flag] = await mailFlags(trajectory.id);
  expect(flag).toMatchObject({ flag: 'mail-failed', reason: expect.stringContaining('MessageRejected') });

  refusal.disarm();
  expect(await watch('2026-01-07')).toMatchObject({ mailsSent: 1, mailsFailed: 0 });
  expect(await receivers(trajectory)).toEqual(colleges(trajectory));
  expect(await mailFlags(trajectory.id)).toEqual([]);
});

// Guards: functions/adapters/sesMailSender.ts: error.$fault === 'client'
test('a throttle leaves nothing behind: what it hit is sent at the next try, without waiting for a claim', async () => {
  const { trajectory, send } = await owed('gesmoord', 4);
  const where = { operation: 'SendRawEmail', body: `@${trajectory.id}.example`, after: 1, times: 2 };
  cloud.arm({ kind: 'refuse', error: 'Throttling' }, where);
  expect(await send()).toBe(false);
  expect(await receivers(trajectory)).toHaveLength(2);
  expect(await send()).toBe(true);
  expect(await receivers(trajectory)).toEqual(colleges(trajectory));
});

// Guards: functions/operations/watchRound.ts: const mails = await sendOwedMails(store, sender, now, plan, round, requests)
test('mail that is down for a whole day is sent by the next watch, each once', async () => {
  const { trajectory, clock, send, watch } = await owed('dag-plat', 3);
  const down = cloud.arm(
    { kind: 'refuse', error: 'ServiceUnavailable', status: 503 },
    { operation: 'SendRawEmail', times: Infinity },
  );
  expect(await send()).toBe(false);
  clock.later(A_DAY / 2);
  expect(await watch(FIRST_DAY)).toMatchObject({ mailsSent: 0, mailsFailed: 3 });
  expect(await mailFlags(trajectory.id)).toHaveLength(3);
  expect(down.hits).toBe(6);
  expect(await receivers(trajectory)).toEqual([]);

  down.disarm();
  clock.later(A_DAY / 2);
  expect(await watch('2026-01-06')).toMatchObject({ mailsSent: 3, mailsFailed: 0 });
  expect(await watch('2026-01-07')).toMatchObject({ mailsSent: 0, mailsFailed: 0 });
  expect(await receivers(trajectory)).toEqual(colleges(trajectory));
  expect(await mailFlags(trajectory.id)).toEqual([]);
});
