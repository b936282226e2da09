import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FinalOutcome } from '../../functions/domain/decision/outcomes.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { resumeByHand } from '../../functions/operations/resumeByHand.ts';
import { resumeAfterFault } from '../../functions/operations/resumeRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import {
  COLLEGES,
  COUNCILS,
  createClock,
  createMailbox,
  opened,
  ROUND,
  ROUND_ID,
  type Running,
} from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

const BODIES = [...COLLEGES, 'rac', ...COUNCILS];
/** Morning of the n-th day of the story. */
const dayAt = (day: number) =>
  new Date(Date.parse('2026-02-02T06:30:00.000Z') + day * 86_400_000).toISOString();

const WRITES = [
  'openMilestone',
  'raiseEpoch',
  'markStarted',
  'markWoken',
  'completeMilestone',
  'writeAnswer',
  'claimMail',
  'settleRound',
  'markWatched',
] as const;

type Event =
  | { readonly kind: 'answer'; readonly body: string; readonly agrees: boolean }
  | {
      readonly kind:
        | 'stream'
        | 'stale-stream'
        | 'chain'
        | 'lost'
        | 'lost-untold'
        | 'taken-for-lost'
        | 'watch';
    }
  /** The watch is stopped right before it writes this; not before it marks a mail, for that is the residual double. */
  | { readonly kind: 'watch-is-stopped'; readonly at: (typeof WRITES)[number] }
  | { readonly kind: 'timeout'; readonly body: string };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    body: fc.constantFrom(...BODIES),
    agrees: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  }),
  fc.record({ kind: fc.constant('timeout' as const), body: fc.constantFrom(...BODIES) }),
  fc.record({
    kind: fc.constantFrom(
      'stream' as const,
      'stale-stream' as const,
      'chain' as const,
      'lost' as const,
      'lost-untold' as const,
      'taken-for-lost' as const,
      'watch' as const,
    ),
  }),
  fc.record({ kind: fc.constant('watch-is-stopped' as const), at: fc.constantFrom(...WRITES) }),
);

/** What a body answers when it agrees, or does not. A body that takes note has one answer. */
function outcomeOf(body: string, agrees: boolean): FinalOutcome {
  return body === 'rac' ? 'noted' : agrees ? 'adopted' : 'rejected';
}

async function play(running: Running, events: readonly Event[]) {
  const { store, chain } = running;
  const mailbox = createMailbox();
  const clock = createClock();
  const deps = { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: clock.now };
  const answers = new Map<string, FinalOutcome>();
  let day = 0;
  let seen = { round: await running.round(), requests: await running.requests() };
  const move = (rows: typeof seen) => moveRoundOn(store, chain, rows.round, rows.requests, dayAt(day));
  const look = async () => ({ round: await running.round(), requests: await running.requests() });
  const answer = async (body: string, agrees: boolean) => {
    const outcome = outcomeOf(body, agrees);
    try {
      await running.decide(body, outcome, dayAt(day));
      answers.set(body, outcome);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  const watch = async () => {
    clock.at = dayAt(++day);
    await watchDay(deps, 'voorbeeld', clock.at);
  };

  for (const event of events) {
    const { round } = seen;
    if (event.kind === 'answer') await answer(event.body, event.agrees);
    if (event.kind === 'timeout') await chain.timeOut(event.body);
    if (event.kind === 'chain') await chain.catchUp();
    if (event.kind === 'stream') seen = await look();
    // A stale stream works with rows that have changed since.
    if (event.kind === 'stream' || event.kind === 'stale-stream') await move(seen);
    const { epoch } = await running.round();
    // An execution that is taken for lost lives on, beside the one that follows it.
    if (event.kind === 'lost' || event.kind === 'lost-untold') chain.kill({ ...round, epoch });
    if (event.kind === 'lost' || event.kind === 'taken-for-lost') {
      await resumeAfterFault(store, chain, 'voorbeeld', ROUND_ID, epoch, dayAt(day));
    }
    if (event.kind === 'watch') await watch();
    if (event.kind === 'watch-is-stopped') {
      const stopped = new Error('the function was stopped');
      const takeBack = store.before(event.at, () => Promise.reject(stopped));
      await watch().catch((error) => expect(error).toBe(stopped));
      takeBack();
    }
  }
  // In the end everybody answers, and the watch comes every morning; a stuck round is resumed by a person.
  for (let morning = 0; morning < 40 && (await running.round()).openIn !== undefined; morning++) {
    for (const body of BODIES) await answer(body, true);
    await watch();
    await chain.catchUp();
    const round = await running.round();
    if (round.status === 'handed-over' && morning > 10) break;
    if (round.status === 'open' && (await chain.state(round)) === 'dead') {
      await resumeByHand(store, chain, 'voorbeeld', ROUND, dayAt(day), {
        by: 'beheerder',
        via: 'command-line',
      });
    }
  }
  return { answers, mailbox };
}

/**
 * Invariant 1. Tried: fails without `attribute_not_exists` where the chain asks, without `#epoch <= :epoch` where
 * it joins, without `Superseded` in endingOf, and when neither judge nor the write minds an earlier answer. The
 * guards that only keep work from being done twice have tests of their own, file by file.
 */
test('whatever is lost, no body is asked twice, no answer is dropped and the round is closed once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 40 }), async (events) => {
      const running = await opened();
      const { answers, mailbox } = await play(running, events);
      const { store, chain } = running;

      expect(new Set(chain.asked).size).toBe(chain.asked.length);
      const requests = await running.requests();
      for (const [body, outcome] of answers) {
        expect(requests).toContainEqual(expect.objectContaining({ body, status: 'decided', outcome }));
      }
      const log = await store.audit('voorbeeld');
      const closed = log.filter(({ what }) => what === 'round-concluded' || what === 'round-divided');
      expect(closed).toHaveLength(1);
      const rejected = [...answers.values()].includes('rejected');
      const round = await running.round();
      expect(round).toMatchObject(
        rejected ? { status: 'handed-over' } : { status: 'concluded', verdict: 'agreed' },
      );
      // A concluded round owes nothing any more; a divided one waits for the organisation.
      expect('openIn' in round).toBe(rejected);
      expect(log.filter(({ what }) => what === 'decided')).toHaveLength(answers.size);

      const told = mailbox.sent.map(({ tags }) => tags.reason);
      expect(new Set(told).size).toBe(told.length);
    }),
    { numRuns: 80 },
  );
});

/** Invariant 1, second half: two executions at work on one round are one execution too many, and one result. */
test('an execution that was taken for lost and lives on does not disturb the one that follows it', async () => {
  const running = await opened();
  const { store, chain } = running;
  await moveRoundOn(store, chain, await running.round(), [], dayAt(0));
  await chain.catchUp();
  await resumeAfterFault(store, chain, 'voorbeeld', ROUND_ID, 1, dayAt(0));
  await chain.catchUp();
  for (const body of COLLEGES) await running.decide(body, 'adopted', dayAt(1));
  await moveRoundOn(store, chain, await running.round(), await running.requests(), dayAt(1));
  // The old one's waits time out: it reads that everything was answered, and that it is superseded.
  for (const body of COLLEGES) await chain.timeOut(body);
  await chain.catchUp();
  expect([...chain.executions.values()].map(({ status, ending }) => [status, ending])).toEqual([
    ['succeeded', 'Superseded'],
    ['running', undefined],
  ]);
  expect(await running.round()).toMatchObject({ stage: 1, epoch: 2 });
  expect(chain.asked).toEqual([...COLLEGES, 'rac'].map((body) => `${ROUND} ${body}`));
});
