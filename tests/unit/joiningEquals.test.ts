import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, atTime } from '../../functions/domain/calendar/days.ts';
import type { Outcome } from '../../functions/domain/decision/outcomes.ts';
import type { HistoryEntry } from '../../functions/domain/history/entry.ts';
import { replay } from '../../functions/domain/history/replay.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { DecisionRequest, Round } from '../../functions/domain/round/round.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { CLERK, COLLEGES, COUNCILS, type Running, started } from './exampleRecord.ts';
import { goOn } from './goOn.ts';

/** What may have happened `after` so many days; whether it could is for the live rules to say. */
type Event = { readonly after: number } & (
  | { readonly what: 'decide'; readonly body: string; readonly outcome: Outcome; readonly number: number }
  | { readonly what: 'complete'; readonly milestone: string }
  | { readonly what: 'revise'; readonly number: number }
);

const after = fc.integer({ min: 0, max: 12 });
const anyDecision = (bodies: readonly string[], outcomes: readonly Outcome[]) =>
  fc.record({
    after,
    what: fc.constant('decide' as const),
    body: fc.constantFrom(...bodies),
    outcome: fc.constantFrom(...outcomes),
    number: fc.constantFrom(1, 1, 2),
  });
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: anyDecision(COLLEGES, ['adopted', 'adopted', 'adopted', 'rejected', 'deferred']) },
  { weight: 2, arbitrary: anyDecision(COUNCILS, ['adopted', 'adopted', 'amended', 'deferred']) },
  { weight: 2, arbitrary: anyDecision(['rac'], ['noted', 'noted', 'deferred']) },
  fc.record({
    after,
    what: fc.constant('complete' as const),
    milestone: fc.constantFrom('prepare', 'consult', 'proposal'),
  }),
  fc.record({ after, what: fc.constant('revise' as const), number: fc.constantFrom(1, 2) }),
);
/** The round opens when the preparation is done: most stories begin with that. */
const anyStory = fc
  .array(anyEvent, { maxLength: 24 })
  .map((events): Event[] => [{ what: 'complete', milestone: 'prepare', after: 1 }, ...events]);

function entryOf(event: Event, on: string, line: number): HistoryEntry {
  if (event.what === 'complete') return { what: 'complete', milestone: event.milestone, on, line };
  if (event.what === 'revise')
    return { what: 'revise', round: `main.r${event.number}`, note: 'Aangepast', on, line };
  const { body, outcome, number } = event;
  const newDate = outcome === 'deferred' ? { newDate: addDays(on, 14) } : {};
  return { what: 'decide', round: `main.r${number}`, body, outcome, on, line, ...newDate };
}

/** Does it as it happens, with the operations of every day; `changed` is false when it had happened already. */
async function happen({ store }: Running, entry: HistoryEntry, at: string): Promise<{ changed: boolean }> {
  if (entry.what === 'complete')
    return completeMilestone(store, 'voorbeeld', entry.milestone, entry.on, at, CLERK);
  if (entry.what === 'revise') return reviseRound(store, 'voorbeeld', entry.round, entry.note, at, CLERK);
  const { round, body, outcome, on, newDate } = entry;
  const answer = { trajectory: 'voorbeeld', round, body, outcome, on, ...(newDate && { newDate }) };
  return recordDecision(store, answer, at, CLERK);
}

/** Lives through the events; returns those that were not refused, as a history file would hold them. */
async function live(running: Running, events: readonly HistoryEntry[]): Promise<HistoryEntry[]> {
  const happened: HistoryEntry[] = [];
  for (const entry of events) {
    const at = atTime(entry.on, '12:00');
    await openMilestones(running.store, (await running.store.trajectory('voorbeeld'))!, at);
    try {
      if (!(await happen(running, entry, at)).changed) continue;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    happened.push(entry);
    for (const { number } of await running.store.rounds('voorbeeld')) {
      await goOn(running, number, at);
      await goOn(running, number, at);
    }
  }
  return happened;
}

/** The events of a story that can happen, each on its day. */
async function possible(story: readonly Event[]): Promise<HistoryEntry[]> {
  let day = '2026-01-05';
  const events = story.map((event, index) => {
    day = addDays(day, event.after);
    return entryOf(event, day, index + 2);
  });
  return live(await started(), events);
}

/** Some attributes of a row, in an order of their own. */
const without = (row: object, ...names: string[]) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !names.includes(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
/** A round apart from mails, executions and, while it runs, the moment at which it asks. */
const asRound = (round: Round) =>
  without(
    round,
    ...['mails', 'epoch', 'startedEpoch', 'startedAt', 'faults', 'lastWrite', 'openIn'],
    ...(round.status === 'open' ? ['askAt'] : []),
  );
/** What a body said, apart from how it was asked and who typed it. */
const asAnswer = (request: DecisionRequest) =>
  without(
    request,
    ...['mails', 'token', 'epoch', 'askedAt', 'silenceOn', 'wokenAt', 'lastWrite', 'by', 'via'],
  );
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

// Tried: fails when replay opens, weighs, completes or revises differently from the operations, in any one line.
test('joining equals having been there: the same rows, the same log', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const entries = await possible(story);
      const running = await started();
      expect(await live(running, entries)).toEqual(entries);
      const result = replay(running.plan, 'voorbeeld', entries, '2027-06-01T09:00:00.000Z');
      if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes));
      const { replayed } = result;
      const { store } = running;
      const rounds = await store.rounds('voorbeeld');
      expect(sorted(replayed.rounds.map(asRound))).toEqual(sorted(rounds.map(asRound)));
      const said = (await store.requests('voorbeeld')).filter(
        ({ status, deferrals }) => status === 'decided' || deferrals.length > 0,
      );
      expect(sorted(replayed.requests.map(asAnswer))).toEqual(sorted(said.map(asAnswer)));
      const milestones = await store.milestones('voorbeeld');
      const asMilestone = (row: object) => without(row, 'lastWrite');
      expect(sorted(replayed.milestones.map(asMilestone))).toEqual(sorted(milestones.map(asMilestone)));
      const log = (await store.audit('voorbeeld')).filter(({ what }) => what !== 'started');
      const asEntry = (entry: object) => without(entry, 'by', 'via');
      expect(sorted(replayed.audit.map(asEntry))).toEqual(sorted(log.map(asEntry)));
    }),
    { numRuns: 120 },
  );
});
