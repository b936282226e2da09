import { expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { readTiming } from '../../functions/operations/readTiming.ts';
import { asked, COLLEGES, runningOn, started } from './exampleRecord.ts';
import { calendarOf } from './meetingArbitraries.ts';
import {
  createMemoryReferenceData,
  IMPORTED,
  NOTHING_IMPORTED,
  referenceDataWith,
} from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';
import { contact } from './reminding.ts';
import { ASIDE, bothAsked, withdrawn } from './replanExample.ts';

const DAY = '2026-02-17';
const timingOf = async (store: RecordStore, reference = NOTHING_IMPORTED) =>
  readTiming(store, reference, (await store.trajectory('voorbeeld'))!, DAY);

test('holds every open round with its requests, and none of what is settled', async () => {
  const running = await bothAsked();
  const { store } = running;
  const both = await timingOf(store);
  expect(both.state.rounds.map(({ round }) => round.family).sort()).toEqual(['aside', 'main']);
  expect(both.state.rounds.map(({ requests }) => requests.length)).toEqual([2, 2]);
  await withdrawn(running, 'aside.r1');
  await store.settleRound((await store.round('voorbeeld', ASIDE))!);
  expect((await timingOf(store)).state.rounds.map(({ round }) => round.family)).toEqual(['main']);
});

// What is read follows what is open: the queries over a whole trajectory are for status and pages.
test('never reads the history of a trajectory', async () => {
  const { store } = await asked();
  const refused = () => Promise.reject(new Error('read the whole trajectory'));
  const watched = { ...store, rounds: refused, requests: refused, audit: refused, flags: refused };
  await expect(timingOf(watched)).resolves.toMatchObject({ plan: { id: 'voorbeeld' } });
});

// Guards: functions/operations/readTiming.ts: `return undefined` of `readOpenRounds`.
test('a round that cannot be read is left out, and the others are planned', async () => {
  const { store } = await bothAsked();
  const broken = Object.entries(store.snapshot()).map(([name, row]) =>
    name.includes(' ROUND#aside#') ? [name, { ...row, status: 'verdwenen' }] : [name, row],
  );
  const { state, planning } = await timingOf(createMemoryStore(Object.fromEntries(broken)));
  expect(state.rounds.map(({ round }) => round.family)).toEqual(['main']);
  expect(planning.milestones.has('side')).toBe(true);
});

// Guards: functions/operations/readTiming.ts: `if (error instanceof Unavailable) throw error`.
test('a table that does not answer is no round less: the whole reading fails, and is tried again', async () => {
  const { store } = await asked();
  store.before('requestsOfRound', () => Promise.reject(new Unavailable('De tabel', new Error('throttled'))));
  await expect(timingOf(store)).rejects.toMatchObject({ name: 'Unavailable' });
  await expect(timingOf(store)).resolves.toMatchObject({ state: { rounds: [{}] } });
});

// Guards: functions/operations/readTiming.ts: `sequenceOfTiming(trajectory.planVersion, version)`.
test('its sequence rises with every import of calendars, and not with one of contacts', async () => {
  const { store } = await asked();
  const reference = createMemoryReferenceData();
  const none = await timingOf(store, reference);
  await importContacts(reference, 'real', [contact(COLLEGES[0], 'secretaris@aa.example')], IMPORTED);
  expect(await timingOf(store, reference)).toMatchObject({ sequence: none.sequence, contacts: [{}] });
  await importCalendars(
    reference,
    'real',
    new Map([[COLLEGES[0], calendarOf(COLLEGES[0], [DAY])]]),
    IMPORTED,
  );
  const one = await timingOf(store, reference);
  expect(one.sequence).toBeGreaterThan(none.sequence);
  expect((await timingOf(store, reference)).sequence).toBe(one.sequence);
});

// Guards: functions/operations/readTiming.ts: `scopeOf(trajectory)`.
test('a simulated trajectory has contacts and calendars of its own', async () => {
  const real = await asked();
  const virtual = await started(undefined, 'virtual');
  const reference = await referenceDataWith({ contacts: [contact(COLLEGES[0], 'secretaris@aa.example')] });
  expect((await timingOf(real.store, reference)).contacts).toHaveLength(1);
  expect((await timingOf(runningOn(virtual.store).store, reference)).contacts).toEqual([]);
});
