import { describe, expect, test } from 'vitest';
import { dayOf } from '../../functions/domain/calendar/days.ts';
import { createHandler } from '../../functions/handlers/watch-day/handler.ts';
import { MOST_DAYS, MOST_SUMMARIES, daysToWatch as pagedDays } from '../../functions/operations/watchDays.ts';
import { createClock, createMailbox, examplePlan, START, started } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** The pages of the days, as a list of moments with their trajectories. */
async function daysToWatch(...how: Parameters<typeof pagedDays>) {
  return (await pagedDays(...how)).flatMap(({ pages }) =>
    pages.map(({ at, trajectories, left }) => ({ at, trajectories, left })),
  );
}

const ID = examplePlan().id;
const THURSDAY = '2026-01-15T06:30:00.000Z';

/** A trajectory that started on 5 January and was last watched on that day. */
async function watched(day?: string, clock?: 'real' | 'virtual') {
  const running = await started(undefined, clock);
  if (day) await running.store.markWatched(ID, day);
  return running.store;
}

test('starting did the work of its own day: the first watch does the day after', async () => {
  const store = await watched();
  expect(await daysToWatch(store, '2026-01-06T06:30:00.000Z', undefined)).toEqual([
    { at: '2026-01-06T06:30:00.000Z', trajectories: [ID] },
  ]);
});

test('the day of the start is watched when somebody asks for it', async () => {
  const store = await watched();
  expect(await daysToWatch(store, START, undefined)).toEqual([{ at: START, trajectories: [ID] }]);
});

test('five missed days are done in order, each at half past seven, then today', async () => {
  const store = await watched('2026-01-09');
  const days = await daysToWatch(store, THURSDAY, undefined);
  expect(days.map(({ at }) => at)).toEqual([
    '2026-01-10T06:30:00.000Z',
    '2026-01-11T06:30:00.000Z',
    '2026-01-12T06:30:00.000Z',
    '2026-01-13T06:30:00.000Z',
    '2026-01-14T06:30:00.000Z',
    THURSDAY,
  ]);
});

test('half past seven is Dutch time, also after the clocks changed', async () => {
  const store = await watched('2026-03-27');
  const days = await daysToWatch(store, '2026-03-30T10:00:00.000Z', undefined);
  expect(days.map(({ at }) => at)).toEqual([
    '2026-03-28T06:30:00.000Z',
    '2026-03-29T05:30:00.000Z',
    '2026-03-30T10:00:00.000Z',
  ]);
});

test('a day that was watched is watched again on request, and no other', async () => {
  const store = await watched('2026-01-15');
  expect(await daysToWatch(store, THURSDAY, undefined)).toEqual([{ at: THURSDAY, trajectories: [ID] }]);
  expect(await daysToWatch(store, '2026-01-12T06:30:00.000Z', undefined)).toHaveLength(1);
});

test('the scheduled watch leaves a simulated trajectory alone; asked for by name it is watched', async () => {
  const store = await watched('2026-01-14', 'virtual');
  expect(await daysToWatch(store, THURSDAY, undefined)).toEqual([]);
  expect(await daysToWatch(store, THURSDAY, ID)).toEqual([{ at: THURSDAY, trajectories: [ID] }]);
});

test('a trajectory that does not exist has no days', async () => {
  expect(await daysToWatch(await watched(), THURSDAY, 'onbekend')).toEqual([]);
});

describe('after a long outage one run does a bounded number of days', () => {
  const LONG_AFTER = '2026-12-31T06:30:00.000Z';

  test('the oldest first, and says how many are left', async () => {
    const store = await watched('2026-01-09');
    const days = await daysToWatch(store, LONG_AFTER, undefined);
    expect(days).toHaveLength(MOST_DAYS);
    expect(dayOf(days[0]!.at)).toBe('2026-01-10');
    // 10 January to 31 December are 356 days.
    expect(days.map(({ left }) => left).filter(Boolean)).toEqual([{ [ID]: 356 - MOST_DAYS }]);
    expect(days.at(-1)?.left).toBeDefined();
  });

  test('the next run goes on where it ended, until nothing is left', async () => {
    const store = await watched('2026-01-09');
    const seen: string[] = [];
    for (let left = 1, runs = 0; left > 0 && runs < 20; runs++) {
      const days = await daysToWatch(store, LONG_AFTER, undefined);
      seen.push(...days.map(({ at }) => dayOf(at)));
      await store.markWatched(ID, seen.at(-1)!);
      left = days.at(-1)?.left?.[ID] ?? 0;
    }
    expect(seen).toHaveLength(356);
    expect(new Set(seen).size).toBe(356);
    expect(seen.at(-1)).toBe('2026-12-31');
  });

  test('a run that catches up says that nothing is left', async () => {
    const store = await watched('2026-01-09');
    for (const { left } of await daysToWatch(store, THURSDAY, undefined)) expect(left).toBeUndefined();
  });

  // The output of a Map state holds 256 KiB, an execution 25,000 events (Step Functions quotas).
  test('fewer for each when there are many trajectories, and never less than one', async () => {
    const store = await watched('2026-01-09');
    for (const [count, each] of [
      [1, MOST_DAYS],
      // Told in sums: the pages count.
      [100, MOST_DAYS],
      [2 * MOST_SUMMARIES, 5],
    ] as const) {
      const many = { ...store, activeTrajectories: async () => Array.from({ length: count }, () => ID) };
      const days = await daysToWatch(many, LONG_AFTER, undefined);
      expect(days.reduce((sum, { trajectories }) => sum + trajectories.length, 0)).toBe(count * each);
    }
  });

  test.each([251, 500, 1000, 2500])(
    '%i trajectories make up for a missed morning and have today',
    async (count) => {
      const store = await watched('2026-01-13');
      const many = { ...store, activeTrajectories: async () => Array.from({ length: count }, () => ID) };
      const days = await pagedDays(many, THURSDAY, undefined);
      expect(days.map(({ at, pages }) => [dayOf(at), pages[0]?.missed])).toEqual([
        ['2026-01-14', true],
        ['2026-01-15', false],
      ]);
      expect(JSON.stringify({ days }).length).toBeLessThan(256 * 1024);
    },
  );

  test('the day that ends a run tells it in its summary', async () => {
    const { store, chain } = await started();
    const deps = {
      reference: NOTHING_IMPORTED,
      store,
      chain,
      sender: createMailbox(),
      now: createClock().now,
    };
    const day = { at: THURSDAY, missed: false, brief: false, trajectories: [ID], left: { [ID]: 12 } };
    expect(await createHandler(deps)(day)).toMatchObject([{ trajectory: ID, daysLeft: 12 }]);
  });
});
