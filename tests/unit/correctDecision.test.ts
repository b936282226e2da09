import { describe, expect, test } from 'vitest';
import type { Correction } from '../../functions/domain/decision/correct.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { settleFlags } from '../../functions/operations/flags.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { weighRound } from '../../functions/operations/weighRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  createMailbox,
  ROUND,
  type Running,
  started,
} from './exampleRecord.ts';
import { goOn, tell } from './goOn.ts';

const AT = '2026-02-04T09:00:00.000Z';
const REJECTED: Correction = {
  trajectory: 'voorbeeld',
  round: ROUND,
  body: COLLEGES[0],
  outcome: 'rejected',
  on: '2026-02-03',
  reason: 'Verkeerd overgenomen',
};
const correct = ({ store }: Running, changes: Partial<Correction> = {}, at = AT) =>
  correctDecision(store, { ...REJECTED, ...changes }, at, CLERK);
const request = ({ store }: Running, body: string = COLLEGES[0]) => store.request('voorbeeld', ROUND, body);
const entries = async ({ store }: Running) =>
  (await store.audit('voorbeeld')).filter(({ what }) => what === 'corrected');

async function answered(...bodies: readonly string[]): Promise<Running> {
  const running = await asked();
  for (const body of bodies) await running.decide(body);
  return running;
}

describe('a wrong entry, before its stage is weighed', () => {
  test('is replaced, with one audit entry that holds the new content and the reason', async () => {
    const running = await answered(COLLEGES[0]);
    expect(await correct(running, { reference: 'O26.002' })).toBe('corrected');
    expect(await request(running)).toMatchObject({
      outcome: 'rejected',
      corrections: [{ outcome: 'adopted' }],
    });
    expect(await entries(running)).toMatchObject([
      {
        at: AT,
        subject: `${ROUND} ${COLLEGES[0]}`,
        by: 'griffier',
        details: {
          outcome: 'rejected',
          on: '2026-02-03',
          reason: 'Verkeerd overgenomen',
          reference: 'O26.002',
        },
      },
    ]);
  });

  test('counts as corrected in the weighing: the round is divided on what it should have been', async () => {
    const running = await answered(...COLLEGES);
    await correct(running);
    await goOn(running);
    expect(await running.round()).toMatchObject({ status: 'handed-over', closedAt: AT });
  });

  // The guard is `removed` (REMOVE) in writeCorrection; the row would keep them otherwise.
  test('loses its reference and note when the correction has none', async () => {
    const running = await asked();
    await running.decide(COLLEGES[0]);
    await correct(running, { reference: 'O26.002', note: 'Met een kanttekening' });
    await correct(running, { reason: 'Zonder kenmerk' });
    expect(await request(running)).not.toHaveProperty('reference');
    expect(await request(running)).not.toHaveProperty('note');
    expect((await request(running))?.corrections?.[1]).toMatchObject({ reference: 'O26.002' });
  });

  // The guard is the first line of judgeCorrection.
  test('corrected again with the same content is a success without effect', async () => {
    const running = await answered(COLLEGES[0]);
    await correct(running);
    const before = running.store.snapshot();
    expect(await correct(running, {}, '2026-02-09T09:00:00.000Z')).toBe('already-corrected');
    expect(running.store.snapshot()).toEqual(before);
  });

  test('of a body that answered before it was asked can be corrected as well', async () => {
    const running = await answered(COUNCILS[0]);
    expect(await correct(running, { body: COUNCILS[0] })).toBe('corrected');
    expect(await request(running, COUNCILS[0])).toMatchObject({ outcome: 'rejected' });
  });
});

describe('at the same moment', () => {
  // The guard is `#corrections = :corrections` in advanceRound (CORRECTIONS_AS_SEEN).
  test('a weighing that has read the old answer writes nothing, and weighs the new one', async () => {
    const running = await answered(...COLLEGES);
    running.store.before('advanceRound', () => correct(running));
    const keys = { trajectory: 'voorbeeld', round: ROUND, epoch: 1 };
    expect(await weighRound(running.store, keys)).toEqual({ ending: 'HandedBackForRevision' });
    expect(await running.round()).toMatchObject({ status: 'handed-over', stage: 0 });
    expect((await running.store.audit('voorbeeld')).map(({ what }) => what)).not.toContain('stage-passed');
  });

  // The guard is `#stage <= :stage` on the round in writeCorrection.
  test('a correction that loses to the weighing replaces nothing and raises a flag', async () => {
    const running = await answered(...COLLEGES);
    running.store.before('writeCorrection', () => goOn(running));
    expect(await correct(running)).toBe('flagged');
    expect(await request(running)).toMatchObject({ outcome: 'adopted' });
    expect(await running.round()).toMatchObject({ stage: 1, status: 'open' });
  });

  // The guard is `#decisionId = :was` on the request (or the round's counter) in writeCorrection.
  test('two different corrections: none is lost, and both earlier entries are kept', async () => {
    const running = await answered(COLLEGES[0]);
    const both = [correct(running), correct(running, { outcome: 'amended' })];
    expect(await Promise.all(both)).toEqual(['corrected', 'corrected']);
    const { corrections, outcome } = (await request(running))!;
    expect([...(corrections ?? []).map((each) => each.outcome), outcome]).toEqual([
      'adopted',
      'rejected',
      'amended',
    ]);
    expect(await entries(running)).toHaveLength(2);
  });

  test('the same correction twice: both succeed, one writes', async () => {
    const running = await answered(COLLEGES[0]);
    const both = await Promise.all([correct(running), correct(running)]);
    expect(both.sort()).toEqual(['already-corrected', 'corrected']);
    expect(await entries(running)).toHaveLength(1);
  });

  test('corrections of two bodies: both are written', async () => {
    const running = await answered(...COLLEGES);
    const both = await Promise.all([correct(running), correct(running, { body: COLLEGES[1] })]);
    expect(both).toEqual(['corrected', 'corrected']);
    expect(await running.round()).toMatchObject({ corrections: 2 });
  });

  test('who loses all the time is told to try again', async () => {
    const running = await answered(COLLEGES[0]);
    const store = { ...running.store, writeCorrection: async () => false };
    await expect(correctDecision(store, REJECTED, AT, CLERK)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('a wrong entry, after its stage was weighed', () => {
  async function weighed(): Promise<Running> {
    const running = await answered(...COLLEGES);
    await goOn(running);
    return running;
  }

  // The guard is `kind: 'late'` in judgeCorrection: what was decided on is not changed behind anybody's back.
  test('is not replaced: a flag asks a person for a new round, once', async () => {
    const running = await weighed();
    const rows = async () => [await running.round(), await running.requests()];
    const before = await rows();
    expect(await correct(running)).toBe('flagged');
    expect(await correct(running)).toBe('flagged');
    expect(await rows()).toEqual(before);
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([
      {
        flag: 'late-correction',
        subject: `${ROUND} ${COLLEGES[0]}`,
        reason: expect.stringContaining('verworpen'),
      },
    ]);
  });

  const lateEntries = async ({ store }: Running) =>
    (await store.audit('voorbeeld')).filter(({ what }) => what === 'late-correction');

  // The guard is the entry in flagLateCorrection, in one transaction with the flag.
  test('is in the log with who said so and why; the same again is not', async () => {
    const running = await weighed();
    await correct(running, { reference: 'O26.002' });
    expect(await correct(running, { reference: 'O26.002' }, '2026-02-09T09:00:00.000Z')).toBe('flagged');
    expect(await lateEntries(running)).toMatchObject([
      {
        at: AT,
        subject: `${ROUND} ${COLLEGES[0]}`,
        by: 'griffier',
        details: {
          outcome: 'rejected',
          on: '2026-02-03',
          reason: 'Verkeerd overgenomen',
          reference: 'O26.002',
        },
      },
    ]);
  });

  // The guard is rewordFlag: a flag that stands would go on telling the first correction.
  test('and once more, otherwise: the flag says the last, since the first; the log has both', async () => {
    const running = await weighed();
    await correct(running);
    await correct(running, { outcome: 'amended', reason: 'Toch niet' }, '2026-02-09T09:00:00.000Z');
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([
      { raisedAt: AT, reason: expect.stringMatching(/gewijzigd vastgesteld.*Toch niet/) },
    ]);
    expect((await lateEntries(running)).map(({ details }) => details.outcome)).toEqual([
      'rejected',
      'amended',
    ]);
  });

  // The guard is the `late-correction` line of isGone.
  test('its flag stands until the round was revised, whatever the watch finds', async () => {
    const running = await weighed();
    for (const body of COUNCILS) await running.decide(body);
    await running.decide('rac', 'noted');
    await goOn(running);
    await correct(running);
    await settleFlags(running.store, 'voorbeeld', [], AT);
    expect(await running.store.openFlags('voorbeeld')).toHaveLength(1);
    expect(await reviseRound(running.store, 'voorbeeld', ROUND, 'Opnieuw', AT, CLERK)).toMatchObject({
      round: 'main.r2',
      changed: true,
    });
    await settleFlags(running.store, 'voorbeeld', [], AT);
    expect(await running.store.openFlags('voorbeeld')).toEqual([]);
  });
});

describe('is refused, and nothing is changed', () => {
  test.each([
    ['an answer that is not there', { body: COLLEGES[1] }, 'NOTHING_TO_CORRECT'],
    ['an outcome that is not of its role', { outcome: 'noted' }, 'OUTCOME_NOT_POSSIBLE'],
    ['a day that has yet to come', { on: '2026-12-01' }, 'DATE_IN_FUTURE'],
    ['a round that is not open yet', { round: 'main.r2' }, 'ROUND_NOT_OPEN_YET'],
    ['a round that the plan does not know', { round: 'andere.r1' }, 'UNKNOWN_ROUND'],
    ['a trajectory that does not exist', { trajectory: 'onbekend' }, 'UNKNOWN_TRAJECTORY'],
  ] as const)('%s', async (_rule, changes, code) => {
    const running = await answered(COLLEGES[0]);
    const before = running.store.snapshot();
    await expect(correct(running, changes)).rejects.toMatchObject({ code });
    expect(running.store.snapshot()).toEqual(before);
    await expect(correct(await started())).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
  });
});

describe('the others are told of a correction', () => {
  test('once, with what it was and why', async () => {
    const running = await answered(COLLEGES[0]);
    const mailbox = createMailbox();
    await tell(running, mailbox);
    mailbox.sent.length = 0;
    await correct(running);
    expect(await tell(running, mailbox)).toEqual({ sent: 1, failed: 0 });
    expect(await tell(running, mailbox)).toEqual({ sent: 0, failed: 0 });
    const [mail] = mailbox.sent;
    expect(mail?.subject).toBe('College Aa: gecorrigeerd, verworpen op 3 februari 2026 – Hoofdronde');
    expect(mail?.text).toMatch(/Eerder vastgelegd: +aangenomen op 2 februari 2026/);
    expect(mail?.text).toMatch(/Reden van de correctie: +Verkeerd overgenomen/);
    expect(mail?.to).not.toContain('college@aa.example');
  });

  test('and not of the wrong entry any more, when that was never told', async () => {
    const running = await answered(COLLEGES[0]);
    await correct(running);
    const mailbox = createMailbox();
    await tell(running, mailbox);
    const told = mailbox.sent.filter(({ tags }) => tags.kind === 'decided');
    expect(told.map(({ subject }) => subject)).toEqual([
      'College Aa: gecorrigeerd, verworpen op 3 februari 2026 – Hoofdronde',
    ]);
  });

  // The guard is `replaced` in correctionId: the mail's key follows from it.
  test('each time, also when it goes back and forth', async () => {
    const running = await answered(COLLEGES[0]);
    const mailbox = createMailbox();
    await tell(running, mailbox);
    const before = mailbox.sent.length;
    for (const [index, changes] of [{}, { outcome: 'adopted' as const, on: '2026-02-02' }, {}].entries()) {
      await correct(running, changes, `2026-02-0${5 + index}T09:00:00.000Z`);
      await tell(running, mailbox);
    }
    expect(mailbox.sent.slice(before).map(({ subject }) => subject.split(' – ')[0])).toEqual([
      'College Aa: gecorrigeerd, verworpen op 3 februari 2026',
      'College Aa: gecorrigeerd, aangenomen op 2 februari 2026',
      'College Aa: gecorrigeerd, verworpen op 3 februari 2026',
    ]);
  });
});
