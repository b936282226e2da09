import { describe, expect, test } from 'vitest';
import { dayOf } from '../../functions/domain/calendar/days.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { readTiming } from '../../functions/operations/readTiming.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { settlePlanningFlags } from '../../functions/operations/settlePlanningFlags.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import { asked, CLERK, COLLEGES, LATER, ROUND, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** What stands of a milestone after the flags were settled for a day. */
async function flagsOf({ store }: Running, at: string) {
  const trajectory = (await store.trajectory('voorbeeld'))!;
  const timing = await readTiming(store, NOTHING_IMPORTED, trajectory, dayOf(at));
  await settlePlanningFlags(store, 'voorbeeld', timing, dayOf(at), at);
  const open = await store.openFlags('voorbeeld');
  return open.filter(({ subject }) => subject === 'proposal').map(({ flag }) => flag);
}

async function divided(): Promise<Running> {
  const running = await asked();
  await running.decide(COLLEGES[0], 'rejected');
  await running.decide(COLLEGES[1]);
  await moveRoundOn(running.store, running.chain, await running.round(), await running.requests(), LATER);
  await running.chain.catchUp();
  return running;
}

// Guards: functions/domain/planning/flags/milestoneFlags.ts: ...withoutProposal(milestone, inputs),
describe('a decision of which no round runs', () => {
  test('is a flag while its divided round is not revised, and overdue after its day', async () => {
    const running = await divided();
    expect(await flagsOf(running, '2026-02-03T09:00:00.000Z')).toEqual(['waiting-on-predecessor']);
    expect(await flagsOf(running, '2026-04-07T09:00:00.000Z')).toEqual(['overdue']);
  });

  test('is a flag after its round was withdrawn', async () => {
    const running = await asked();
    await withdrawRound(running.store, 'voorbeeld', ROUND, 'Ingetrokken', LATER, CLERK);
    expect(await flagsOf(running, '2026-02-03T09:00:00.000Z')).toContain('waiting-on-predecessor');
  });

  test('is none any more once the revised proposal runs', async () => {
    const running = await divided();
    await flagsOf(running, '2026-02-03T09:00:00.000Z');
    await reviseRound(running.store, 'voorbeeld', ROUND, 'Aangepast', '2026-02-04T09:00:00.000Z', CLERK);
    expect(await flagsOf(running, '2026-02-04T10:00:00.000Z')).toEqual([]);
  });

  test('is none on the day it opened: the index may lag', async () => {
    const running = await asked();
    const { store } = running;
    const blind = { ...running, store: { ...store, openRounds: async () => [] } };
    expect(await flagsOf(blind, '2026-01-20T10:00:00.000Z')).toEqual([]);
  });
});
