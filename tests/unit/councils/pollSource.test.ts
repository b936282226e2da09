import { beforeEach, describe, expect, test } from 'vitest';
import type { CouncilRequest } from '../../../functions/domain/councils/councilSystem.ts';
import type { Source } from '../../../functions/domain/intake/source.ts';
import { sourceMappingSchema } from '../../../functions/domain/intake/sourceMapping.ts';
import { Unavailable } from '../../../functions/domain/unavailable.ts';
import { createHandler } from '../../../functions/handlers/poll-councils/handler.ts';
import type { CouncilAnswer } from '../../../functions/operations/intake/pollPorts.ts';
import { pollSource } from '../../../functions/operations/intake/pollSource.ts';
import { pollSources } from '../../../functions/operations/intake/pollSources.ts';
import { createClock, opened, type Running } from '../exampleRecord.ts';
import { createMemoryItems } from '../memoryItems.ts';
import { createMemoryPolls } from '../memoryPolls.ts';
import { meeting, meetings, told } from './ibabsAnswers.ts';

/** A Wednesday; the round of exampleRecord.ts is open since 20 January. */
const NOW = '2026-02-11T09:05:00.000Z';
const SOURCE: Source = {
  kind: 'source',
  schemaVersion: 1,
  name: 'aa-raad',
  speaks: 'ibabs',
  municipality: 'GM0001',
  origins: ['https://ibabs.example'],
  mapping: sourceMappingSchema.parse({
    poll: { url: 'https://ibabs.example/api/Public.svc', organisation: 'aa' },
  }),
  mostPerMinute: 60,
  addedAt: NOW,
  addedBy: 'beheer',
  lastWrite: 'added',
};
const TITLE = 'Voorbeeld: hoofdronde vaststellen';
const DECIDED = meetings(
  meeting(
    [
      { id: '6', title: TITLE, votes: ['Aangenomen'] },
      { id: '7', title: 'Zwembad', votes: ['Verworpen'] },
      { id: '8', title: 'Agenda' },
    ],
    '2026-02-10T00:00:00',
  ),
);

/** What document systems did not tell is in reconcile.test.ts. */
const never = () => Promise.reject(new Error('a council system has no part in this'));
const NO_DOCUMENT_SYSTEM = {
  resources: { read: never },
  reports: { report: never },
  messages: { message: never },
  queue: { send: never },
};

let running: Running;
let deps: ReturnType<typeof dependencies>;

/** A council system that gives these answers; a function of the request, or one for all. */
function dependencies(store: Running['store']) {
  const clock = createClock(NOW);
  const asked: CouncilRequest[] = [];
  const given = {
    answer: (_request: CouncilRequest): CouncilAnswer => ({ kind: 'answered', text: DECIDED }),
  };
  return {
    store,
    clock,
    asked,
    given,
    items: createMemoryItems(),
    polls: createMemoryPolls(),
    ...NO_DOCUMENT_SYSTEM,
    now: clock.now,
    reader: {
      ask: async (request: CouncilRequest) => {
        asked.push(request);
        return given.answer(request);
      },
    },
  };
}
const inHours = (hours: number) => deps.clock.later(hours * 3600);
const answering = (text: string) => () => ({ kind: 'answered', text }) as const;
const forbidding = () => ({ kind: 'forbidden', status: 403 }) as const;
const CHANGED = answering('<html>nieuwe site</html>');
const poll = (source = SOURCE, insisting = false) => pollSource(deps, source, insisting);
const troubles = () => deps.items.all().filter(({ title }) => title === 'iBabs is niet te lezen');

beforeEach(async () => {
  running = await opened();
  deps = dependencies(running.store);
});

describe('what a council decided', () => {
  test('is proposed when it is plausibly awaited, and never recorded by itself', async () => {
    const summary = await poll();
    expect(summary).toMatchObject({
      result: 'read',
      decisions: 2,
      proposed: 1,
      known: 0,
      unmatched: 1,
      undecided: 1,
    });
    expect(deps.items.all()).toMatchObject([
      {
        status: 'proposed',
        municipality: 'GM0001',
        source: 'aa-raad',
        title: TITLE,
        receivedAt: NOW,
        draft: {
          trajectory: 'voorbeeld',
          round: 'main.r1',
          body: 'GM0001/council',
          outcome: 'adopted',
          on: '2026-02-10',
        },
      },
    ]);
    expect(summary.items).toEqual(deps.items.all().map(({ id }) => id));
    expect(await running.requests()).toEqual([]);
  });

  test('is one item however often it is found, also when a person has dismissed it', async () => {
    await poll();
    const [item] = deps.items.all();
    await deps.items.writeItem({ ...item!, status: 'dismissed', lastWrite: 'dismissed' }, item!);
    inHours(1);
    expect(await poll()).toMatchObject({ proposed: 0, known: 1 });
    expect(deps.items.all()).toMatchObject([{ status: 'dismissed' }]);
  });

  test('is not proposed any more when the council has answered', async () => {
    await running.decide('GM0001/council');
    expect(await poll()).toMatchObject({ proposed: 0, unmatched: 2 });
  });

  test('of another municipality’s council is nobody’s business here', async () => {
    expect(await poll({ ...SOURCE, municipality: 'GM0099' })).toMatchObject({ proposed: 0, unmatched: 2 });
  });
});

describe('how far was read', () => {
  test('moves with every look, and each look begins five weeks before', async () => {
    await poll();
    expect(deps.polls.state('aa-raad')?.readUntil).toBe('2026-02-11');
    inHours(24 * 7);
    await poll();
    const [first, second] = deps.asked.map(({ post }) => /<StartDate>(.{10})/.exec(post?.body ?? '')?.[1]);
    expect([first, second]).toEqual(['2026-01-07', '2026-01-07']);
    expect(deps.polls.state('aa-raad')?.readUntil).toBe('2026-02-18');
  });

  test('what was published weeks late is found', async () => {
    deps.given.answer = answering(meetings());
    await poll();
    inHours(24 * 21);
    deps.given.answer = answering(DECIDED);
    expect(await poll()).toMatchObject({ proposed: 1 });
  });

  // Guards: afterPoll.ts: a failure keeps `readUntil`.
  test('does not move when a look failed', async () => {
    await poll();
    inHours(24 * 30);
    deps.given.answer = forbidding;
    await poll();
    expect(deps.polls.state('aa-raad')?.readUntil).toBe('2026-02-11');
  });

  test('two looks at once are one', async () => {
    const summaries = await Promise.all([poll(), poll()]);
    expect(summaries.map(({ result }) => result).sort()).toEqual(['busy', 'read']);
    expect(deps.asked).toHaveLength(1);
  });

  test('who died while asking is taken over after a quarter of an hour', async () => {
    deps.given.answer = () => {
      throw new Error('the machine is gone');
    };
    await expect(poll()).rejects.toThrow('the machine is gone');
    deps.given.answer = answering(DECIDED);
    expect((await poll()).result).toBe('busy');
    deps.clock.later(16 * 60);
    expect((await poll()).result).toBe('read');
  });
});

describe('a system that refuses', () => {
  beforeEach(() => {
    deps.given.answer = forbidding;
  });

  // Guards: lookInTurn.ts: `seen?.nextAt && seen.nextAt > at`
  test('is asked at ever longer intervals, up to a day', async () => {
    const hoursOfAsking: number[] = [];
    for (let hour = 0; hour < 24 * 5; hour += 1) {
      if ((await poll()).result === 'failed') hoursOfAsking.push(hour);
      inHours(1);
    }
    expect(hoursOfAsking).toEqual([0, 1, 3, 7, 15, 31, 55, 79, 103]);
  });

  test('for two days is one visible item, which closes by itself when it works again', async () => {
    for (let hour = 0; hour < 24 * 5; hour += 1) {
      await poll();
      inHours(1);
      if (hour < 48) expect(troubles()).toEqual([]);
    }
    expect(troubles()).toMatchObject([
      {
        status: 'unknown',
        openIn: 'ITEMS',
        municipality: 'GM0001',
        reason: expect.stringMatching(
          /sinds 11 februari 2026 niet te lezen\. iBabs weigert antwoord \(status 403\)/,
        ),
      },
    ]);
    deps.given.answer = answering(DECIDED);
    inHours(24);
    expect((await poll()).result).toBe('read');
    expect(troubles()).toMatchObject([
      { status: 'dismissed', closedBy: 'besluitketen', closedBecause: 'De bron is weer te lezen.' },
    ]);
    expect(await deps.items.openItems()).toHaveLength(1);
  });

  test('after it worked again is a new item, two days later', async () => {
    for (const answer of [forbidding, answering(meetings()), forbidding]) {
      deps.given.answer = answer;
      for (let day = 0; day < 4; day += 1) {
        await poll();
        inHours(24);
      }
    }
    expect(troubles().map(({ status }) => status)).toEqual(['dismissed', 'unknown']);
  });

  test('whose item a person closed is not shown again', async () => {
    for (let day = 0; day < 4; day += 1) {
      await poll();
      inHours(24);
    }
    const [item] = troubles();
    await deps.items.writeItem({ ...item!, status: 'dismissed', lastWrite: 'dismissed' }, item!);
    for (let day = 0; day < 4; day += 1) {
      await poll();
      inHours(24);
    }
    expect(troubles()).toMatchObject([{ status: 'dismissed', lastWrite: 'dismissed' }]);
  });

  test('in words of its own does so too', async () => {
    deps.given.answer = answering(told('ERR', 'IPaddress 192.0.2.7 has no access to site aa!'));
    expect(await poll()).toMatchObject({ result: 'failed', said: expect.stringMatching(/has no access/) });
    expect(troubles()).toEqual([]);
  });

  test('is asked all the same when a person asks', async () => {
    await poll();
    expect((await poll()).result).toBe('waiting');
    expect((await poll(SOURCE, true)).result).toBe('failed');
  });
});

describe('a changed layout', () => {
  test('is one visible item at once, which says what is true now', async () => {
    deps.given.answer = CHANGED;
    await poll();
    expect(troubles()).toMatchObject([{ reason: expect.stringMatching(/ziet er anders uit dan voorheen/) }]);
    inHours(24);
    deps.given.answer = forbidding;
    await poll();
    expect(troubles()).toMatchObject([{ reason: expect.stringMatching(/weigert antwoord/) }]);
  });

  test('that was written down before anybody was told, is told by the next look', async () => {
    deps.given.answer = CHANGED;
    const { putItem } = deps.items;
    deps.items.putItem = () => Promise.reject(new Unavailable('De tabel', undefined));
    await expect(poll()).rejects.toThrow(Unavailable);
    deps.items.putItem = putItem;
    inHours(1);
    await poll();
    expect(troubles()).toHaveLength(1);
  });

  test('that is over is closed before it is forgotten', async () => {
    deps.given.answer = CHANGED;
    await poll();
    const { writePollState } = deps.polls;
    deps.given.answer = answering(DECIDED);
    inHours(24);
    let writes = 0;
    deps.polls.writePollState = async (next, seen) => {
      writes += 1;
      if (writes === 2) throw new Unavailable('De tabel', undefined);
      return writePollState(next, seen);
    };
    await expect(poll()).rejects.toThrow(Unavailable);
    expect(troubles()).toMatchObject([{ status: 'dismissed' }]);
    deps.polls.writePollState = writePollState;
    inHours(1);
    expect((await poll()).result).toBe('read');
    expect(troubles()).toMatchObject([{ status: 'dismissed' }]);
  });
});

describe('a system that cannot be reached', () => {
  test('is tried again, and says so in a summary only', async () => {
    deps.given.answer = () => {
      throw new Unavailable('Het raadssysteem', new Error('timeout'));
    };
    expect(await poll()).toMatchObject({ result: 'failed', said: expect.stringMatching(/niet bereikbaar/) });
    expect(deps.items.all()).toEqual([]);
  });

  test('is said at once when it may not be asked, or is not there', async () => {
    for (const answer of [{ kind: 'refused', why: 'Dat is geen adres.' }, { kind: 'gone' }] as const) {
      deps = dependencies(running.store);
      deps.given.answer = () => answer;
      await poll();
      expect(troubles()).toHaveLength(1);
    }
  });
});

describe('which sources are asked', () => {
  const sourcesOf = (...sources: readonly Source[]) => ({ sources: async () => [...sources] });
  const log = { info: () => {}, warn: () => {} };

  // Guards: lookInTurn.ts: `if (source.pausedAt)`
  test('a paused one is left alone, also when a person asks', async () => {
    const paused = { ...SOURCE, pausedAt: NOW };
    expect((await poll(paused, true)).result).toBe('paused');
    expect(deps.asked).toEqual([]);
  });

  test('one that sends messages, and does not say where its decisions are listed, is not asked', async () => {
    expect(await poll({ ...SOURCE, speaks: 'zgw' })).toMatchObject({
      result: 'not-polled',
      said: expect.stringContaining('"resources"'),
    });
  });

  test('one that fails does not keep the others from their turn', async () => {
    const other = { ...SOURCE, name: 'bee-raad' };
    deps.given.answer = () => {
      if (deps.asked.length === 1) throw new Error('ours');
      return { kind: 'answered', text: DECIDED };
    };
    const all = { ...deps, sources: sourcesOf(SOURCE, other), log };
    await expect(pollSources(all)).rejects.toThrow('ours');
    expect(deps.polls.state('bee-raad')?.readUntil).toBe('2026-02-11');
  });

  test('on a holiday nobody is asked: the schedule knows only weekends', async () => {
    const handler = createHandler({ ...deps, sources: sourcesOf(SOURCE), log });
    deps.clock.at = '2026-04-06T08:05:00.000Z';
    expect(await handler({ version: '0' })).toEqual({ polled: [] });
    expect((await handler({ anyDay: true })).polled).toHaveLength(1);
    deps.clock.at = '2026-04-07T08:05:00.000Z';
    expect((await handler({})).polled).toMatchObject([{ source: 'aa-raad', result: 'read' }]);
  });

  test('one that does not say where it is to be asked is seen by a person', async () => {
    const { poll: _where, ...mapping } = SOURCE.mapping;
    expect(await poll({ ...SOURCE, mapping })).toMatchObject({ result: 'failed', proposed: 0 });
    expect(troubles()).toMatchObject([{ reason: expect.stringMatching(/voeg "poll" toe/) }]);
  });
});
