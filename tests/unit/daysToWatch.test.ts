import { expect, test } from 'vitest';
import { daysToWatch } from '../../functions/operations/watchDays.ts';
import { examplePlan, START, started } from './exampleRecord.ts';

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
