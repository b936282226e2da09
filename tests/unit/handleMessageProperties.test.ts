import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { CLAIM_SECONDS } from '../../functions/operations/intake/handleMessage.ts';
import { besluit, DECISIONS, found, type IntakeWorld, intakeWorld, REJECTION, RSIN } from './intakeRecord.ts';

const SEED = 20_261_124;
const MAPPING = {
  decisions: [
    { type: 'https://x.example/college', outcome: 'adopted', body: 'college', round: 'voorbeeld/main' },
    { type: 'https://x.example/council', outcome: 'adopted', body: 'council', round: 'voorbeeld/main' },
    { type: REJECTION, outcome: 'rejected', body: 'college', round: 'voorbeeld/main' },
  ],
};

/** What a document system has: two good decisions, one that contradicts the first, and bad ones. */
async function world(): Promise<IntakeWorld> {
  const made = await intakeWorld(MAPPING);
  const at = (id: string, changes: Record<string, unknown>) =>
    made.resourcesAt.set(`${DECISIONS}/${id}`, found(besluit(changes)));
  at('college', { besluittype: 'https://x.example/college' });
  at('council', { besluittype: 'https://x.example/council', identificatie: 'BESLUIT-3' });
  at('bad-rsin', { verantwoordelijkeOrganisatie: '123456789' });
  at('bad-date', { besluittype: 'https://x.example/college', datum: '2029-01-01', identificatie: 'B-9' });
  at('unknown', { besluittype: 'https://x.example/other' });
  made.resourcesAt.set(`${DECISIONS}/page`, { kind: 'refused', why: 'Het antwoordt niet met JSON.' });
  return made;
}

const KINDS = ['college', 'council', 'bad-rsin', 'unknown', 'page', 'gone'] as const;
const messagesOf = (made: IntakeWorld): QueuedMessage[] =>
  KINDS.flatMap((id, index) =>
    ['create', 'update'].map((actie, second) =>
      made.notified(id, { actie }, `${index}${second}`.padStart(32, '0')),
    ),
  );

/** Where a run ends: what is recorded, and which items stand. */
async function endOf(made: IntakeWorld) {
  const requests = await made.running.store.requestsOfRound('voorbeeld', 'main.r1');
  const items = await made.items.openItems();
  return {
    recorded: requests
      .filter(({ status }) => status === 'decided')
      .map(({ body, outcome }) => `${body} ${outcome}`)
      .sort(),
    entries: (await made.running.store.audit('voorbeeld')).filter(({ what }) => what === 'decided').length,
    items: items.map(({ id }) => id).sort(),
  };
}

const order = fc.shuffledSubarray(
  // Each message up to three times.
  Array.from({ length: KINDS.length * 2 * 3 }, (_, index) => index % (KINDS.length * 2)),
  { minLength: KINDS.length * 2 * 3 },
);

test('in any order, with any repeats and bad ones among them: good ones are recorded once, all others are seen', async () => {
  const usual = await world();
  for (const message of messagesOf(usual)) await usual.handle(message);
  const expected = await endOf(usual);
  expect(expected).toMatchObject({
    recorded: ['GM0001/college adopted', 'GM0001/council adopted'],
    entries: 2,
  });
  expect(expected.items.length).toBeGreaterThanOrEqual(3);
  await fc.assert(
    fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (sequence, atOnce) => {
      const made = await world();
      const messages = messagesOf(made);
      const waiting = sequence.map((index) => messages[index]!);
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          try {
            await made.handle(next);
          } catch (error) {
            // Another copy is being worked on: the queue brings this one again.
            if (!(error instanceof Unavailable)) throw error;
            waiting.push(next);
            await Promise.resolve();
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      expect(await endOf(made)).toEqual(expected);
    }),
    { seed: SEED, numRuns: 60 },
  );
});

// Invariant 11: what the queue has is worked out, wherever the worker stops.
test('a crash at any call of the table, of the record or of the document system: the same end, once it comes back', async () => {
  const usual = await world();
  for (const message of messagesOf(usual)) await usual.handle(message);
  const expected = await endOf(usual);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 12, maxLength: 40 }),
      fc.boolean(),
      async (crashes, hard) => {
        const made = await world();
        let left = Number.POSITIVE_INFINITY;
        const stop = () => {
          left -= 1;
          if (left < 0)
            throw hard ? new Error('the machine is gone') : new Unavailable('De tabel', new Error('outage'));
        };
        made.table.beforeEach(stop);
        const { writeAnswer } = made.store;
        made.store.writeAnswer = async (...args) => {
          stop();
          const written = await writeAnswer(...args);
          stop();
          return written;
        };
        const waiting = messagesOf(made);
        for (let turn = 0; waiting.length > 0; turn++) {
          const next = waiting.shift()!;
          left = crashes[turn] ?? Number.POSITIVE_INFINITY;
          try {
            await made.handle(next);
          } catch {
            waiting.push(next);
          }
          left = Number.POSITIVE_INFINITY;
          // Its claim lapses, as the queue's visibility timeout is longer.
          made.clock.later(CLAIM_SECONDS);
        }
        expect(await endOf(made)).toEqual(expected);
      },
    ),
    { seed: SEED, numRuns: 80 },
  );
});

test('whatever a message says, it is worked out or kept: nothing is thrown, nothing foreign is decided', async () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('voorbeeld', 'main.r1', 'GM0002/college', 'rac', 'adopted', '2026-02-03', RSIN),
  );
  const data = fc.dictionary(
    fc.constantFrom(
      'datum',
      'date',
      'trajectory',
      'round',
      'body',
      'outcome',
      'newDate',
      'zaak',
      'besluittype',
      'hoofdObject',
      'url',
      'identificatie',
      'toelichting',
      'verantwoordelijkeOrganisatie',
      '__proto__',
    ),
    fc.oneof(word, fc.jsonValue()),
  );
  const content = fc.oneof(
    fc.string(),
    fc.json(),
    fc.record({ type: word, data: fc.oneof(data, fc.jsonValue()) }).map((value) => JSON.stringify(value)),
    fc
      .record(
        { id: word, type: word, source: word, subject: word, dataref: word, data },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('zgw', 'cloudevents', 'standard'), content, async (speaks, text) => {
      const made = await world();
      made.source = { ...made.source!, speaks };
      const end = await made.handle({ ...made.notified('x'), speaks, content: text });
      expect(['recorded', 'unchanged', 'proposed', 'triage', 'ignored']).toContain(end);
      const decided = (await made.running.store.requests('voorbeeld')).filter(
        ({ status }) => status === 'decided',
      );
      for (const { body } of decided) expect(body).toMatch(/^GM0001\/(college|council)$/);
    }),
    { seed: SEED, numRuns: 400 },
  );
});
