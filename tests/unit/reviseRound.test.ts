import { describe, expect, test } from 'vitest';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { asked, CLERK, COLLEGES, COUNCILS, LATER, ROUND, type Running, started } from './exampleRecord.ts';
import { goOn } from './goOn.ts';

const NOTE = 'Bijlage 2 is aangepast';
const REVISED = '2026-02-23T09:00:00.000Z';
const revise = ({ store }: Running, note = NOTE, round: string = ROUND, at = REVISED) =>
  reviseRound(store, 'voorbeeld', round, note, at, CLERK);

/** One college rejected: the round is back with the organisation. */
async function divided(): Promise<Running> {
  const running = await asked();
  await running.decide(COLLEGES[0], 'rejected');
  await running.decide(COLLEGES[1]);
  await moveRoundOn(running.store, running.chain, await running.round(), await running.requests(), LATER);
  await running.chain.catchUp();
  expect(await running.round()).toMatchObject({ status: 'handed-over' });
  return running;
}

test('a revised proposal is a new round that begins at stage one, and owes an execution', async () => {
  const running = await divided();
  expect(await revise(running)).toEqual({ round: 'main.r2', changed: true });
  expect(await running.round(2)).toMatchObject({
    number: 2,
    status: 'open',
    stage: 0,
    epoch: 1,
    startedEpoch: 0,
    askAt: REVISED,
    revisionNote: NOTE,
  });
  expect(await running.round()).toMatchObject({ status: 'handed-over', revisedAt: REVISED });
  await moveRoundOn(running.store, running.chain, await running.round(2), [], REVISED);
  await running.chain.catchUp();
  expect(running.chain.asked.slice(-2)).toEqual(COLLEGES.map((body) => `main.r2 ${body}`));
});

test('revising twice with the same note is a success without effect', async () => {
  const running = await divided();
  await revise(running);
  const before = running.store.snapshot();
  expect(await revise(running, NOTE, ROUND, '2026-03-01T09:00:00.000Z')).toEqual({
    round: 'main.r2',
    changed: false,
  });
  expect(running.store.snapshot()).toEqual(before);
});

test('revising again with another note is a conflict', async () => {
  const running = await divided();
  await revise(running);
  await expect(revise(running, 'Iets anders')).rejects.toMatchObject({ code: 'CONFLICT' });
});

// The guards are the two conditions of writeRevision, `attribute_not_exists(#revisedAt)` and that of the next
// round's put; it fails without both.
test('two revisions at once: one round is opened', async () => {
  const running = await divided();
  const both = await Promise.allSettled([revise(running), revise(running, 'Iets anders')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await running.store.rounds('voorbeeld')).toHaveLength(2);
  expect((await running.store.audit('voorbeeld')).filter(({ what }) => what === 'revised')).toHaveLength(1);

  const same = await divided();
  const twice = await Promise.all([revise(same), revise(same)]);
  expect(twice.map(({ changed }) => changed).sort()).toEqual([false, true]);
});

describe('a concluded round of which an entry turned out to be wrong', () => {
  const correction = { trajectory: 'voorbeeld', round: ROUND, body: COLLEGES[0], on: '2026-02-02' } as const;

  async function concluded(): Promise<Running> {
    const running = await asked();
    for (const body of [...COLLEGES, ...COUNCILS]) await running.decide(body);
    await running.decide('rac', 'noted');
    await goOn(running);
    expect(await running.round()).toMatchObject({ status: 'concluded' });
    return running;
  }
  const correct = ({ store }: Running) =>
    correctDecision(store, { ...correction, outcome: 'rejected', reason: 'Verkeerd' }, REVISED, CLERK);

  // The guard is the flag in mayBeRevised.
  test('may be revised, which opens the next round; without the flag it may not', async () => {
    const running = await concluded();
    await expect(revise(running)).rejects.toMatchObject({ code: 'ROUND_NOT_DIVIDED' });
    expect(await correct(running)).toBe('flagged');
    expect(await revise(running)).toEqual({ round: 'main.r2', changed: true });
    await goOn(running, 2, REVISED);
    expect(running.chain.asked.slice(-2)).toEqual(COLLEGES.map((body) => `main.r2 ${body}`));
  });

  test('keeps its own outcome, and what it completed stays completed', async () => {
    const running = await concluded();
    await goOn(running);
    const before = await running.store.milestones('voorbeeld');
    await correct(running);
    await revise(running);
    expect(await running.round()).toMatchObject({
      status: 'concluded',
      verdict: 'agreed',
      revisedAt: REVISED,
    });
    expect(await running.store.milestones('voorbeeld')).toEqual(before);
  });

  test('is revised once: the same note again changes nothing, another is a conflict', async () => {
    const running = await concluded();
    await correct(running);
    await revise(running);
    expect(await revise(running)).toEqual({ round: 'main.r2', changed: false });
    await expect(revise(running, 'Iets anders')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('whose flag is about another round may not', async () => {
    const running = await concluded();
    const flags = async () => [
      { ...(await running.store.openFlags('voorbeeld'))[0]!, subject: 'main.r10 rac' },
    ];
    await correct(running);
    await expect(revise({ ...running, store: { ...running.store, openFlags: flags } })).rejects.toMatchObject(
      {
        code: 'ROUND_NOT_DIVIDED',
      },
    );
  });
});

describe('is refused', () => {
  test('a round that is not divided', async () => {
    await expect(revise(await asked())).rejects.toMatchObject({ code: 'ROUND_NOT_DIVIDED' });
  });
  test('a round that was not opened, or that the plan does not know', async () => {
    await expect(revise(await started())).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
    await expect(revise(await asked(), NOTE, 'andere.r1')).rejects.toMatchObject({ code: 'UNKNOWN_ROUND' });
  });
});
