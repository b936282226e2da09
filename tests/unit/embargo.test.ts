import { describe, expect, test } from 'vitest';
import { type Answer, decisionId } from '../../functions/domain/decision/answer.ts';
import { givenWords, isUnderEmbargo, mistakeInEmbargo } from '../../functions/domain/decision/embargo.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { answer, concluded, PUBLIC_ON, WHILE_IT_RUNS, weighed } from './embargoWorld.ts';
import { asked, CLERK, COLLEGES, LATER, ROUND, ROUND_ID } from './exampleRecord.ts';
import { goOn } from './goOn.ts';

const COLLEGE = { body: COLLEGES[0], outcome: 'adopted', on: '2026-02-02' } as const;
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('an embargo', () => {
  // Guards: embargo.ts: each `return` of mistakeInEmbargo.
  test.each([
    [{}, undefined],
    [{ embargo: '2026-02-02' }, undefined],
    [{ embargo: '2026-03-05' }, undefined],
    [{ embargo: '2026-03-06' }, /hoogstens 31 dagen .* tot en met 5 maart 2026/],
    [{ embargo: '2026-02-01' }, /vóór de dag van het besluit/],
    [{ embargo: '2026-02-10', body: 'GM0001/council' }, /Alleen een antwoord van een college/],
    [{ embargo: '2026-02-10', body: 'rac' }, /Alleen een antwoord van een college/],
    [{ embargo: '2026-02-10', outcome: 'deferred' }, /Aanhouden kan niet onder embargo/],
  ])('%o is refused with a sentence that says what to do, or taken', (changes, sentence) => {
    const mistake = mistakeInEmbargo({ ...COLLEGE, ...changes });
    if (sentence) expect(mistake).toMatch(sentence);
    else expect(mistake).toBeUndefined();
  });

  test('ends on its day', () => {
    expect(isUnderEmbargo('2026-02-20', '2026-02-19')).toBe(true);
    expect(isUnderEmbargo('2026-02-20', '2026-02-20')).toBe(false);
    expect(isUnderEmbargo(undefined, '2026-02-19')).toBe(false);
    expect(givenWords('2026-02-20')).toBe('antwoord gegeven, nog niet openbaar tot 20 februari 2026');
  });

  // Guards: answer.ts: decisionId, the last line of content.
  test('is content of the decision; without one the id is what it was before there were embargoes', () => {
    const given: Answer = { trajectory: 'voorbeeld', round: ROUND, ...COLLEGE };
    expect(decisionId(given)).toBe('196eea6beb15bff8dda29e1efea0f58e');
    expect(decisionId({ ...given, embargo: PUBLIC_ON })).not.toBe(decisionId(given));
  });

  // Guards: judge.ts: mistakeInEmbargo; judge.ts: `embargo: answer.embargo`.
  test('is recorded with the answer and its line in the log, once; another one is another answer', async () => {
    const running = await asked();
    expect(await codeOf(answer(running, COLLEGES[0], { embargo: '2027-01-01' }))).toBe('EMBARGO_INVALID');
    await answer(running, COLLEGES[0], { embargo: PUBLIC_ON });
    expect(await answer(running, COLLEGES[0], { embargo: PUBLIC_ON })).toMatchObject({ changed: false });
    expect(await codeOf(answer(running, COLLEGES[0]))).toBe('CONFLICT');
    const [request] = await running.requests();
    expect(request).toMatchObject({ outcome: 'adopted', embargo: PUBLIC_ON });
    const told = (await running.store.audit('voorbeeld')).filter(({ what }) => what === 'decided');
    expect(told.map(({ details }) => details.embargo)).toEqual([PUBLIC_ON]);
  });

  test('stops nobody: the stage is weighed and the next one asked', async () => {
    const running = await weighed('adopted');
    expect(await running.round()).toMatchObject({ status: 'open', stage: 1 });
    expect((await running.requests()).map(({ body }) => body)).toContain('rac');
  });
});

describe('a correction', () => {
  const corrected = (changes: object) => ({
    trajectory: 'voorbeeld',
    round: ROUND,
    ...COLLEGE,
    reason: 'Eerder openbaar',
    ...changes,
  });
  const rowAfter = async (running: Awaited<ReturnType<typeof asked>>) =>
    (await running.store.request('voorbeeld', ROUND, COLLEGES[0]))!;

  // Guards: correct.ts: embargoAfter, both lines; changeWrites.ts: `gone`, embargo.
  test('keeps the embargo, moves it or lifts it', async () => {
    const running = await asked();
    await answer(running, COLLEGES[0], { embargo: PUBLIC_ON });
    const correct = (changes: object) => correctDecision(running.store, corrected(changes), LATER, CLERK);
    await correct({ outcome: 'rejected' });
    expect(await rowAfter(running)).toMatchObject({ outcome: 'rejected', embargo: PUBLIC_ON });
    await correct({ embargo: '2026-02-25' });
    expect(await rowAfter(running)).toMatchObject({ outcome: 'adopted', embargo: '2026-02-25' });
    await correct({ embargo: 'lifted' });
    expect((await rowAfter(running)).embargo).toBeUndefined();
    expect(await codeOf(correct({ embargo: '2027-02-25' }))).toBe('EMBARGO_INVALID');
    expect((await running.store.audit('voorbeeld')).map(({ details }) => details.embargo)).toContain(
      'lifted',
    );
  });

  // Guards: correct.ts: onlyMovesEmbargo, and recordedAt of what was weighed; changeWrites.ts: isWeighed.
  test('lifts it also after the stage was weighed, and replaces nothing else then', async () => {
    const running = await weighed('adopted');
    const before = await rowAfter(running);
    const lift = () => correctDecision(running.store, corrected({ embargo: 'lifted' }), WHILE_IT_RUNS, CLERK);
    expect(await lift()).toBe('corrected');
    expect(await lift()).toBe('already-corrected');
    const after = await rowAfter(running);
    expect(after.embargo).toBeUndefined();
    expect(after).toMatchObject({ outcome: 'adopted', recordedAt: before.recordedAt });
    expect(await running.store.round('voorbeeld', ROUND_ID)).toMatchObject({ stage: 1 });
    const other = corrected({ outcome: 'rejected', embargo: 'lifted' });
    expect(await correctDecision(running.store, other, WHILE_IT_RUNS, CLERK)).toBe('flagged');
    await goOn(running);
  });

  // Guards: correct.ts: `round.openIn === undefined`.
  test('does not hide what everybody was told of a round that is settled: nobody would tell them again', async () => {
    const running = await concluded();
    const correct = (embargo: string) =>
      correctDecision(running.store, corrected({ embargo }), WHILE_IT_RUNS, CLERK);
    expect(await correct('2026-02-25')).toBe('corrected');
    expect(await running.store.settleRound(await running.round())).toBe(true);
    expect(await codeOf(correct('2026-03-01'))).toBe('EMBARGO_INVALID');
    expect(await rowAfter(running)).toMatchObject({ embargo: '2026-02-25' });
  });
});
