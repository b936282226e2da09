import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { createHandler } from '../../functions/handlers/watch-day/handler.ts';
import { daysToWatch, MOST_DAYS, MOST_SUMMARIES, PAGE } from '../../functions/operations/watchDays.ts';
import { createClock, createMailbox, runningOn, started } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';

const THURSDAY = atTime('2026-01-15', '07:30');
/** As long as the id of a trajectory can be. */
const named = (index: number) => `t${String(index).padStart(31, '0')}`;

/** So many trajectories that started on 5 January and were watched until `until`. */
async function many(count: number, until = '2026-01-14') {
  const { store } = await started();
  const rows = Object.entries(store.snapshot());
  const [name, row] = rows.find(([key]) => key.endsWith(' TRAJECTORY'))!;
  const others = rows.filter(([key]) => key !== name && !key.startsWith('AUDIT'));
  const all = Array.from({ length: count }, (_each, index) => {
    const id = named(index);
    const own = (key: string) => key.replace('voorbeeld', id);
    return [
      [own(name), { ...row, id, watchedUntil: until }],
      ...others.map(([key, other]) => [own(key), other]),
    ] as [string, Record<string, unknown>][];
  });
  return createMemoryStore(Object.fromEntries(all.flat()));
}

const unreadable = async (count: number, broken: number) => {
  const rows = (await many(count)).snapshot();
  const name = `TRAJECTORY#${named(broken)} TRAJECTORY`;
  return createMemoryStore({ ...rows, [name]: { ...rows[name], clock: 'zandloper' } });
};

function handlerOn(store: ReturnType<typeof createMemoryStore>) {
  const { chain } = runningOn(store);
  const sender = createMailbox();
  return createHandler({ store, chain, reference: NOTHING_IMPORTED, sender, now: createClock(THURSDAY).now });
}

describe('the trajectories of a day', () => {
  // Guards: functions/operations/watchDays.ts: `ids.slice(index * PAGE, (index + 1) * PAGE)`.
  test.each([
    [1, [1]],
    [PAGE, [PAGE]],
    [PAGE + 1, [PAGE, 1]],
    [3 * PAGE - 1, [PAGE, PAGE, PAGE - 1]],
  ])('%i of them are watched in pages of 25, each trajectory in one page', async (count, sizes) => {
    const [day, ...more] = await daysToWatch(await many(count), THURSDAY, undefined);
    expect(more).toEqual([]);
    expect(day!.pages.map(({ trajectories }) => trajectories.length)).toEqual(sizes);
    const all = day!.pages.flatMap(({ trajectories }) => trajectories);
    expect(new Set(all).size).toBe(count);
  });

  test('none: nothing is watched, and the run ends well', async () => {
    expect(await daysToWatch(createMemoryStore(), THURSDAY, undefined)).toEqual([]);
  });

  // Guards: functions/operations/watchDays.ts: `page.includes(id)` of `leftHere`.
  test('what is left after a long outage stands on the page of its trajectory, on the last day of the run', async () => {
    const days = await daysToWatch(await many(PAGE + 1, '2025-11-30'), THURSDAY, undefined);
    for (const { pages } of days)
      for (const { trajectories, left = {} } of pages)
        expect(trajectories).toEqual(expect.arrayContaining(Object.keys(left)));
    expect(days.slice(0, -1).flatMap(({ pages }) => pages.filter(({ left }) => left))).toEqual([]);
    const told = days.at(-1)!.pages.flatMap(({ left = {} }) => Object.entries(left));
    expect(new Set(told.map(([id]) => id)).size).toBe(PAGE + 1);
    expect(new Set(told.map(([, left]) => left))).toEqual(new Set([46 - days.length]));
    expect(days.length).toBeLessThanOrEqual(MOST_DAYS);
  });
});

describe('many trajectories at once', () => {
  // A Map's output is at most 256 KiB: a summary is 0.2 to 0.5 KB, and a page that is told in sums has one.
  const summariesOf = (days: Awaited<ReturnType<typeof daysToWatch>>) =>
    days
      .flatMap(({ pages }) => pages)
      .reduce((sum, { brief, trajectories }) => sum + (brief ? 1 : trajectories.length), 0);

  // Guards: functions/operations/watchDays.ts: `brief ? Math.ceil(owed.length / PAGE)` and `MOST_NAMES / owed.length`.
  test.each([1, 16, 100, 251, MOST_SUMMARIES, MOST_SUMMARIES + 1, 1200])(
    'of %i, five days of outage are caught up with in a few mornings, and the output stays within its quota',
    async (count) => {
      const store = await many(count, '2026-01-09');
      let mornings = 0;
      for (let behind = true; behind && mornings < 6; mornings++) {
        const days = await daysToWatch(store, atTime(`2026-01-${15 + mornings}`, '07:30'), undefined);
        expect(summariesOf(days)).toBeLessThanOrEqual(MOST_SUMMARIES);
        expect(JSON.stringify(days).length).toBeLessThan(256 * 1024);
        for (const { at, pages } of days)
          for (const id of pages.flatMap(({ trajectories }) => trajectories))
            await store.markWatched(id, at.slice(0, 10));
        behind = days.some(({ pages }) => pages.some(({ left }) => left));
      }
      expect(mornings).toBeLessThan(6);
    },
  );
});

test('a month of outage of 500 trajectories is told to the next state within 256 KiB', async () => {
  const days = await daysToWatch(await many(500, '2025-12-01'), THURSDAY, undefined);
  expect(days.length).toBeGreaterThan(5);
  expect(JSON.stringify(days).length).toBeLessThan(256 * 1024);
});

describe('a page', () => {
  // Guards: functions/operations/watchDays.ts: `return 'unreadable'`; functions/handlers/watch-day/handler.ts: `summaries.push({ ...emptySummary(…), failed })`.
  test('with one trajectory that cannot be read watches the others, tells it, and comes again tomorrow', async () => {
    const store = await unreadable(3, 1);
    const [day] = await daysToWatch(store, THURSDAY, undefined);
    expect(day!.pages[0]!.trajectories).toHaveLength(3);
    const told = await handlerOn(store)(day!.pages[0]);
    expect(told.map(({ trajectory, failed }) => [trajectory, failed !== undefined])).toEqual([
      [named(0), false],
      [named(1), true],
      [named(2), false],
    ]);
    expect((await store.trajectory(named(2)))?.watchedUntil).toBe('2026-01-15');
    const [tomorrow] = await daysToWatch(store, atTime('2026-01-16', '07:30'), undefined);
    expect(tomorrow!.pages[0]!.trajectories).toContain(named(1));
  });

  // Guards: functions/operations/watchDays.ts: `if (error instanceof Unavailable) throw error`.
  test('is not made at all while the table does not answer: nothing passes for watched', async () => {
    const store = await many(2);
    store.before('trajectory', () => Promise.reject(new Unavailable('De tabel', new Error('throttled'))));
    await expect(daysToWatch(store, THURSDAY, undefined)).rejects.toMatchObject({ name: 'Unavailable' });
  });

  // Guards: functions/handlers/watch-day/handler.ts: `others.reduce(together, first)` and `failed` of `sumOf`.
  test('in brief is one summary with the sums, and apart what failed', async () => {
    const store = await unreadable(4, 2);
    const page = { at: THURSDAY, missed: false, brief: true, trajectories: [0, 1, 2, 3].map(named) };
    const [failed, sum, ...more] = await handlerOn(store)(page);
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ trajectory: named(2), failed: expect.any(String) });
    expect(sum).toMatchObject({ trajectory: `${named(0)} en 2 andere`, opened: [], flagsRaised: 6 });
    expect(sum).not.toHaveProperty('failed');
  });

  test('in brief of which everything failed tells only that', async () => {
    const store = await unreadable(2, 1);
    const page = { at: THURSDAY, missed: false, brief: true, trajectories: [named(1)] };
    expect(await handlerOn(store)(page)).toMatchObject([{ failed: expect.any(String) }]);
  });
});
