import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import type { Mark } from '../../functions/domain/mails/markedAddress.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { bounceEvent } from '../unit/mailEvents.ts';
import { createMemoryStore } from '../unit/memoryStore.ts';
import { besluitketenHere } from './commandLine.ts';
import { store } from './deployed.ts';
import { invokeDeployed } from './deployedFunction.ts';
import { mailsOf } from './mailbox.ts';
import { answer, atRest, BY, COLLEGES, copyOfPlan, FIRST_DAY } from './trajectories.ts';
import { until } from './until.ts';

// The local cloud's SES tells nothing: its events are given to the deployed function as the bus would.
test('an address that bounced gets no more mails and stands as a flag, until it is released', async () => {
  const address = `weg-${randomBytes(6).toString('hex')}@harlingen.example`;
  const copy = copyOfPlan('bounces');
  const plan = {
    ...copy.plan,
    participants: copy.plan.participants.map((each) =>
      each.code === 'GM0072' && each.college
        ? { ...each, college: { ...each.college, mail: address } }
        : each,
    ),
  };
  const running = { ...copy, plan };
  await startTrajectory(store, plan, plan.id, 'real', momentOf(FIRST_DAY), BY);
  await atRest(running);
  const sentTo = async () => (await mailsOf(plan.id)).filter(({ to }) => to.includes(address));
  expect(await sentTo()).toHaveLength(1);
  const standing = async () => (await store.openFlags(plan.id)).filter(({ flag }) => flag === 'mail-bounced');

  const bounced = bounceEvent(address, new Date().toISOString());
  expect(await invokeDeployed('RecordMailEvents', bounced)).toEqual({ marked: true });
  expect(await invokeDeployed('RecordMailEvents', bounced)).toEqual({ marked: false });
  const [flag] = await until('the flag stands', async () => {
    const flags = await standing();
    return flags.length > 0 && flags;
  });
  expect(flag).toMatchObject({
    subject: 'GM0072/college',
    reason: expect.stringContaining('College Harlingen'),
  });

  await answer(plan.id, 'process-proposal.r1', COLLEGES[0]);
  await atRest(running);
  const decided = (await mailsOf(plan.id)).filter(({ reference }) => reference.includes('/decided-'));
  expect(decided.map(({ to }) => to.length)).toEqual([8]);
  expect(await sentTo()).toHaveLength(1);

  const { stdout } = await besluitketenHere(['mail', 'addresses', '--json']);
  expect(JSON.parse(stdout).addresses).toContainEqual(
    expect.objectContaining({ address, why: 'bounced', stopped: true }),
  );
  expect(await besluitketenHere(['mail', 'release', address])).toMatchObject({ exitCode: 0 });
  await until('the flag is gone', async () => (await standing()).length === 0);
  expect(await besluitketenHere(['mail', 'release', address])).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^UNKNOWN_ADDRESS: /),
  });

  await answer(plan.id, 'process-proposal.r1', COLLEGES[2]);
  await atRest(running);
  expect(await sentTo()).toHaveLength(2);
});

// Guards: functions/adapters/record/markWrites.ts: each part of the conditions, which the memory store only copies.
test('the table takes marks, releases and late events as the rules are tested with', async () => {
  const memory = createMemoryStore();
  const days = ['2026-02-01', '2026-02-02', '2026-02-03'].map((day) => `${day}T09:00:00.000Z`);
  for (const first of EVENTS) {
    for (const second of EVENTS) {
      const address = `${randomBytes(6).toString('hex')}@harlingen.example`;
      for (const at of [days[1]!, days[0]!, days[1]!, days[2]!]) {
        for (const event of [first, second]) {
          const both = [memory, store].map((each) => event(each, address, at));
          const [expected, seen] = await Promise.all(both);
          expect([first.name, second.name, at, seen]).toEqual([first.name, second.name, at, expected]);
        }
      }
    }
  }
});

type Event = (on: RecordStore, address: string, at: string) => Promise<boolean>;

const marking =
  (why: Mark): Event =>
  (on, address, at) =>
    on.markAddress({
      ...{ kind: 'marked-address', schemaVersion: SCHEMA_VERSION, address, why, markedAt: at },
      ...{
        messageId: 'm',
        lastWrite: 'address-marked',
        ...(why === 'delayed' && { expiresAt: 4_000_000_000 }),
      },
    });
const bounced = marking('bounced');
const delayed = marking('delayed');
const released: Event = (on, address, at) =>
  on.releaseAddress(address, { releasedAt: at, releasedBy: 'tests', expiresAt: 4_000_000_000 });
const EVENTS: readonly Event[] = [bounced, delayed, released];
