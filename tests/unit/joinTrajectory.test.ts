import { describe, expect, test } from 'vitest';
import { attributes } from '../../functions/adapters/record/table.ts';
import type { HistoryEntry } from '../../functions/domain/history/entry.ts';
import { replay } from '../../functions/domain/history/replay.ts';
import { createHandler } from '../../functions/handlers/move-on/handler.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { CLERK, COLLEGES, createMailbox, examplePlan, type Running } from './exampleRecord.ts';
import { goOn, mailSources, tell } from './goOn.ts';
import { createMemoryChain } from './memoryChain.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';

const PLAN = examplePlan();
const JOINED = '2026-02-16T09:00:00.000Z';
const PAST: HistoryEntry[] = [
  { what: 'complete', milestone: 'prepare', on: '2026-01-20', line: 2 },
  { what: 'decide', round: 'main.r1', body: COLLEGES[0], outcome: 'adopted', on: '2026-01-27', line: 3 },
];

function pastOf(entries: readonly HistoryEntry[]) {
  const result = replay(PLAN, PLAN.id, entries, JOINED);
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
  return result.replayed;
}

async function joined(entries = PAST): Promise<Running & { begin(): Promise<void> }> {
  const store = createMemoryStore();
  const chain = createMemoryChain(store);
  await startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK, pastOf(entries));
  const moveOn = createHandler({
    store,
    reference: NOTHING_IMPORTED,
    chain,
    now: () => JOINED,
    log: { info: () => {}, warn: () => {} },
  });
  return {
    store,
    chain,
    plan: PLAN,
    round: async (number = 1) => (await store.round(PLAN.id, { family: 'main', number }))!,
    requests: (number = 1) => store.requestsOfRound(PLAN.id, `main.r${number}`),
    decide: () => Promise.reject(new Error('not here')),
    // What the stream makes of the trajectory's row.
    begin: async () => {
      const NewImage = attributes({ ...(await store.trajectory(PLAN.id))! }) as Record<string, { S: string }>;
      await moveOn({ Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] });
      await chain.catchUp();
    },
  };
}

describe('a process that is joined under way', () => {
  test('goes on where it is: who has not answered is asked at joining, who has is not', async () => {
    const running = await joined();
    await running.begin();
    expect(running.chain.asked).toEqual([`main.r1 ${COLLEGES[1]}`]);
    const [answered, open] = await running.requests();
    expect(answered).toMatchObject({ status: 'decided', decidedOn: '2026-01-27' });
    expect(open).toMatchObject({ status: 'open', askedAt: JOINED });
  });

  // The guard is tellNobody: who was there knows.
  test('mails nobody about the past, and asks those who are to answer now', async () => {
    const running = await joined();
    const mailbox = createMailbox();
    expect(await tell(running, mailbox)).toEqual({ sent: 0, failed: 0 });
    await running.begin();
    await tell(running, mailbox);
    expect(mailbox.sent.map(({ to, tags }) => [tags.kind, ...to])).toEqual([
      ['asked', 'college@bee.example'],
    ]);
    const listed = await listMails(mailSources(running), 'voorbeeld');
    expect(listed.filter(({ status }) => status !== 'planned').map(({ kind }) => kind)).toEqual(['asked']);
  });

  test('that is between two rounds waits for the organisation, and nobody is told again that it is divided', async () => {
    const rejected = { ...PAST[1]!, body: COLLEGES[1], outcome: 'rejected', line: 4 } as HistoryEntry;
    const running = await joined([...PAST, rejected]);
    await running.begin();
    const mailbox = createMailbox();
    await tell(running, mailbox);
    expect(mailbox.sent).toEqual([]);
    expect(await running.store.openRounds('voorbeeld')).toEqual([{ family: 'main', number: 1 }]);
    expect(running.chain.executions.size).toBe(0);
  });

  test('opens at joining what may open by then', async () => {
    const running = await joined([]);
    await running.begin();
    expect(await running.store.milestones('voorbeeld')).toMatchObject([{ id: 'prepare', openedAt: JOINED }]);
  });

  test('is joined once: the same again changes nothing, with or without its past', async () => {
    const running = await joined();
    await running.begin();
    await goOn(running);
    const before = running.store.snapshot();
    for (const past of [pastOf(PAST), undefined]) {
      const again = startTrajectory(running.store, PLAN, PLAN.id, 'real', JOINED, CLERK, past);
      expect(await again).toEqual({ changed: false });
    }
    expect(running.store.snapshot()).toEqual(before);
  });
});

describe('an attempt that breaks off', () => {
  /** The past is laid down, and the trajectory's own row was not written. */
  async function broken() {
    const store = createMemoryStore();
    store.before('startTrajectory', () => Promise.reject(new Error('the command was stopped')));
    const start = startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK, pastOf(PAST));
    await expect(start).rejects.toThrow('the command was stopped');
    return store;
  }

  // Invariant 12: readers start from the trajectory's row.
  test('is seen by nobody: there is no trajectory', async () => {
    const store = await broken();
    expect(await store.trajectory('voorbeeld')).toBeUndefined();
    expect(await store.activeTrajectories('real')).toEqual([]);
  });

  // The guard is the list of leftovers in stageHistory.
  test('leaves nothing behind when another past is laid down', async () => {
    const store = await broken();
    const other = pastOf([PAST[0]!]);
    expect(await startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK, other)).toEqual({
      changed: true,
    });
    expect(await store.rounds('voorbeeld')).toEqual([]);
    expect(await store.requests('voorbeeld')).toEqual([]);
    expect((await store.audit('voorbeeld')).map(({ what }) => what).sort()).toEqual([
      'completed',
      'milestone-opened',
      'started',
    ]);
  });

  // The guard is NO_PAST in startTrajectory.
  test('leaves nothing behind either when the trajectory is started without a past', async () => {
    const store = await broken();
    await startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK);
    expect(await store.rounds('voorbeeld')).toEqual([]);
    expect(await store.milestones('voorbeeld')).toEqual([]);
    expect((await store.audit('voorbeeld')).map(({ what }) => what)).toEqual(['started']);
  });
});

// The guard is the look at the trajectory's own row in stageHistory.
test('a past that is laid down while somebody else starts the trajectory leaves that one alone', async () => {
  const store = createMemoryStore();
  store.before('stageHistory', () => startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK));
  store.before('stageHistory', () => undefined);
  const late = startTrajectory(store, PLAN, PLAN.id, 'real', JOINED, CLERK, pastOf(PAST));
  expect(await late).toEqual({ changed: false });
  expect(await store.trajectory('voorbeeld')).toMatchObject({ startedAt: JOINED });
  expect(await store.rounds('voorbeeld')).toEqual([]);
});
