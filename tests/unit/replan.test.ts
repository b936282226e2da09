import { describe, expect, test } from 'vitest';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import { planHash } from '../../functions/domain/plan/planHash.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { previewReplan, replan } from '../../functions/operations/replan.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { CLERK, COLLEGES, createClock, createMailbox, LATER, type Running } from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { ASIDE, AT, bothAsked, REASON, replanTo, twoRounds, withoutAside } from './replanExample.ts';

const MORNING = '2026-02-05T06:30:00.000Z';
const SHIFTED = twoRounds(['owner: councils, period: 2026-Q2', 'owner: councils, period: 2026-Q4']);
const trajectoryOf = async ({ store }: Running) => (await store.trajectory('voorbeeld'))!;
const aside = ({ store }: Running) => store.round('voorbeeld', ASIDE);

async function watch(running: Running, at = MORNING) {
  const mailbox = createMailbox();
  const { store, chain } = running;
  const summary = await watchDay(
    { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: createClock(at).now },
    'voorbeeld',
    at,
  );
  await chain.catchUp();
  return { mailbox, summary };
}

describe('another plan', () => {
  test('counts from then on, with its version, its reason in the log, and the earlier one kept', async () => {
    const running = await bothAsked();
    const before = await trajectoryOf(running);
    expect(await replanTo(running, SHIFTED)).toMatchObject({ changed: true, version: 2 });
    const after = await trajectoryOf(running);
    expect(after).toMatchObject({ planVersion: 2, planHash: planHash(SHIFTED), replannedAt: AT });
    expect(await running.store.plan(after)).toEqual(SHIFTED);
    expect(await running.store.plan(before)).toEqual(running.plan);
    expect((await running.store.audit('voorbeeld')).filter(({ what }) => what === 'replanned')).toMatchObject(
      [
        {
          at: AT,
          by: 'griffier',
          details: { reason: REASON, version: 2, added: 0, removed: 0, withdrawn: 0 },
        },
      ],
    );
  });

  test('withdraws the open round and the open milestone that it leaves out, and keeps their answers', async () => {
    const running = await bothAsked();
    const { store } = running;
    await replanTo(running, withoutAside());
    expect(await aside(running)).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: REASON,
      withdrawnByPlan: 2,
      closedAt: AT,
    });
    expect(await store.milestone('voorbeeld', 'side')).toMatchObject({ status: 'withdrawn' });
    expect((await store.requestsOfRound('voorbeeld', 'aside.r1')).map(({ status }) => status)).toEqual([
      'closed',
      'closed',
    ]);
    expect(await running.round()).toMatchObject({ status: 'open' });
    const withdrawals = (await store.audit('voorbeeld')).filter(({ what }) => what === 'withdrawn');
    expect(withdrawals.map(({ subject, details }) => [subject, details.reason])).toEqual(
      expect.arrayContaining([
        ['aside.r1', REASON],
        ['side', REASON],
      ]),
    );
  });

  test('withdraws a divided round that nobody has to revise any more', async () => {
    const running = await bothAsked();
    const { store, chain } = running;
    for (const body of COLLEGES) await answerAside(running, body, 'rejected');
    await watch(running, LATER);
    await chain.catchUp();
    expect(await aside(running)).toMatchObject({ status: 'handed-over' });
    await replanTo(running, withoutAside());
    expect(await aside(running)).toMatchObject({ status: 'withdrawn', withdrawnBecause: REASON });
    const answers = await store.requestsOfRound('voorbeeld', 'aside.r1');
    expect(answers.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
  });

  test('opens at once what it lets begin', async () => {
    const running = await bothAsked();
    const plan = twoRounds(['period: 2026-Q2..2026-Q3}', 'period: 2026-01..2026-Q3}']);
    await replanTo(running, plan);
    expect(await running.store.milestone('voorbeeld', 'consult')).toMatchObject({
      status: 'open',
      openedAt: AT,
    });
  });

  test('the same again changes nothing, whatever the reason', async () => {
    const running = await bothAsked();
    await replanTo(running, withoutAside());
    const before = running.store.snapshot();
    expect(await replanTo(running, withoutAside(), { reason: 'Anders' })).toMatchObject({
      changed: false,
      version: 2,
    });
    expect(running.store.snapshot()).toEqual(before);
  });

  test('that is refused writes nothing', async () => {
    const running = await bothAsked();
    const before = running.store.snapshot();
    await expect(replanTo(running, twoRounds(['id: aside', 'id: elsewhere']))).rejects.toMatchObject({
      code: 'REPLAN_IMPOSSIBLE',
    });
    expect(running.store.snapshot()).toEqual(before);
  });

  // Guards: replan.ts: basedOn !== trajectory.planVersion.
  test('that was made from another version than counts is refused, and looked at neither', async () => {
    const running = await bothAsked();
    await replanTo(running, SHIFTED);
    const order = { trajectory: 'voorbeeld', plan: withoutAside(), reason: REASON, calendars: NO_CALENDARS };
    const stale = { ...order, basedOn: 1 };
    await expect(previewReplan(running.store, stale, AT)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(replan(running.store, stale, AT, CLERK)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await replan(running.store, { ...order, basedOn: 2 }, AT, CLERK)).toMatchObject({ version: 3 });
    // The same plan again is a success without effect, whatever it was made from.
    expect(await replan(running.store, stale, AT, CLERK)).toMatchObject({ changed: false, version: 3 });
  });

  test('looked at first writes nothing, and says what applying it says', async () => {
    const running = await bothAsked();
    const before = running.store.snapshot();
    const order = { trajectory: 'voorbeeld', plan: withoutAside(), reason: REASON, calendars: NO_CALENDARS };
    const preview = await previewReplan(running.store, order, AT);
    expect(running.store.snapshot()).toEqual(before);
    const { opens, ...said } = preview;
    expect(opens).toEqual([]);
    expect(await replanTo(running, withoutAside())).toEqual(said);
  });

  test('of a trajectory that does not exist is refused', async () => {
    const { store } = await bothAsked();
    const order = { trajectory: 'onbekend', plan: SHIFTED, reason: REASON, calendars: NO_CALENDARS };
    await expect(replan(store, order, AT, CLERK)).rejects.toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  });
});

describe('a process that is stopped', () => {
  test.each<keyof RecordStore>(['stagePlan', 'writeReplanning'])(
    'before %s has changed nothing that counts, and may be done again',
    async (step) => {
      const running = await bothAsked();
      running.store.before(step, stop);
      await expect(replanTo(running, withoutAside())).rejects.toThrow('stopped');
      expect(await trajectoryOf(running)).toMatchObject({ planVersion: 1 });
      expect(await aside(running)).toMatchObject({ status: 'open' });
      expect(await replanTo(running, withoutAside())).toMatchObject({ changed: true, version: 2 });
    },
  );

  test.each<keyof RecordStore>(['writeWithdrawal', 'withdrawMilestone', 'openMilestone'])(
    'before %s is completed by the watch, with the same rows',
    async (step) => {
      const plan = withoutAside(['period: 2026-Q2..2026-Q3}', 'period: 2026-01..2026-Q3}']);
      const whole = await bothAsked();
      await replanTo(whole, plan);
      await watch(whole);
      const broken = await bothAsked();
      broken.store.before(step, stop);
      await expect(replanTo(broken, plan)).rejects.toThrow('stopped');
      await watch(broken);
      const rows = comparable(broken.store.snapshot());
      expect(rows).toEqual(comparable(whole.store.snapshot()));
    },
  );

  test('is completed by the same command, too', async () => {
    const running = await bothAsked();
    running.store.before('writeWithdrawal', stop);
    await expect(replanTo(running, withoutAside())).rejects.toThrow('stopped');
    expect(await replanTo(running, withoutAside())).toMatchObject({ changed: false });
    expect(await aside(running)).toMatchObject({ status: 'withdrawn' });
  });
});

describe('at the same moment', () => {
  // The guards are `#planVersion = :seen` in writeReplanning and that the row of this version is absent; it fails
  // without both.
  test('of two plans one wins, and the other is refused without a trace', async () => {
    const running = await bothAsked();
    const both = await Promise.allSettled([replanTo(running, SHIFTED), replanTo(running, withoutAside())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
    expect(await trajectoryOf(running)).toMatchObject({ planVersion: 2 });
    expect(await running.store.replannings('voorbeeld')).toHaveLength(1);
  });

  test('the same plan twice is one version', async () => {
    const running = await bothAsked();
    const both = await Promise.all([replanTo(running, SHIFTED), replanTo(running, SHIFTED)]);
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(await trajectoryOf(running)).toMatchObject({ planVersion: 2 });
  });

  // The guard is `#planHash = :hash` in openMilestone.
  test('nothing opens under the plan that was replaced', async () => {
    const running = await bothAsked();
    const stale = await trajectoryOf(running);
    const plan = twoRounds([
      '  - {id: consult, title: Raadplegen, kind: consultation, owner: [organisation, bedrijf], period: 2026-Q2..2026-Q3}\n',
      '',
    ]);
    running.store.before('openMilestone', () => replanTo(running, plan));
    expect(await openMilestones(running.store, stale, '2026-04-02T09:00:00.000Z')).toEqual({
      milestones: [],
      rounds: [],
    });
    expect(await running.store.milestone('voorbeeld', 'consult')).toBeUndefined();
  });

  // The guard is `#planHash = :hash` in writeRevision.
  test('a revised round gets the stages of the plan that counts when it opens', async () => {
    const running = await bothAsked();
    await running.decide(COLLEGES[0], 'rejected');
    await running.decide(COLLEGES[1]);
    await goOn(running);
    const stages = '      - {ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}\n';
    const plan = twoRounds([stages, '      - {ask: rac, role: note, milestone: noted}\n']);
    running.store.before('writeRevision', () => replanTo(running, plan));
    await reviseRound(running.store, 'voorbeeld', 'main.r1', 'Herzien', AT, CLERK);
    expect((await running.round(2)).stages[1]).not.toHaveProperty('silenceAfter');
  });

  // The guards are the checks of the milestones and rounds in writeReplanning.
  test('a milestone that is completed first may not be dropped', async () => {
    const running = await bothAsked();
    const { store } = running;
    const plan = twoRounds([
      '  - {id: talk, title: Gesprek, kind: session, owner: councils, period: 2026-Q1}\n',
      '',
    ]);
    store.before('writeReplanning', () =>
      completeMilestone(store, 'voorbeeld', 'talk', '2026-02-03', AT, CLERK),
    );
    await expect(replanTo(running, plan)).rejects.toMatchObject({ code: 'REPLAN_IMPOSSIBLE' });
    expect(await trajectoryOf(running)).toMatchObject({ planVersion: 1 });
  });

  test('a round that opens first keeps its stages, and a plan with others is refused', async () => {
    const running = await bothAsked();
    const { store } = running;
    await running.decide(COLLEGES[0], 'rejected');
    await running.decide(COLLEGES[1]);
    await goOn(running);
    const stages = '      - {ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}\n';
    const plan = twoRounds([stages, '      - {ask: rac, role: note, milestone: noted}\n']);
    store.before('writeReplanning', () => reviseRound(store, 'voorbeeld', 'main.r1', 'Herzien', AT, CLERK));
    await expect(replanTo(running, plan)).rejects.toMatchObject({ code: 'REPLAN_IMPOSSIBLE' });
  });

  // The guard is `status !== 'withdrawn'` in settleRound: the milestone is not in the plan any more.
  test('a stage that passes while its round is being dropped keeps its verdict, and the round is settled', async () => {
    const stages = '{ask: colleges, role: decide, milestone: side}]';
    const running = await bothAsked(twoRounds([stages, stages.replace(']', ', {ask: rac, role: note}]')]));
    const { store } = running;
    store.before('writeWithdrawal', async () => {
      for (const body of COLLEGES) await answerAside(running, body, 'adopted');
      const requests = await store.requestsOfRound('voorbeeld', 'aside.r1');
      await moveRoundOn(store, running.chain, (await aside(running))!, requests, LATER);
      await running.chain.catchUp();
    });
    await replanTo(running, withoutAside());
    await watch(running);
    await watch(running, '2026-02-06T06:30:00.000Z');
    const settled = await aside(running);
    expect(settled).toMatchObject({ status: 'withdrawn', stage: 1 });
    expect(settled?.stages[0]).toMatchObject({ verdict: 'agreed' });
    expect(settled).not.toHaveProperty('openIn');
    expect(await store.milestone('voorbeeld', 'side')).toMatchObject({ status: 'withdrawn' });
  });

  test('an answer in a round that is being dropped is kept', async () => {
    const running = await bothAsked();
    const { store } = running;
    store.before('writeWithdrawal', () => answerAside(running, COLLEGES[0], 'adopted'));
    await replanTo(running, withoutAside());
    expect(await store.request('voorbeeld', 'aside.r1', COLLEGES[0])).toMatchObject({ outcome: 'adopted' });
    expect(await aside(running)).toMatchObject({ status: 'withdrawn' });
  });
});

function answerAside({ store }: Running, body: string, outcome: 'adopted' | 'rejected') {
  const answer = { trajectory: 'voorbeeld', round: 'aside.r1', body, outcome, on: '2026-02-02' };
  return recordDecision(store, answer, LATER, CLERK);
}

function stop(): never {
  throw new Error('stopped');
}

/** Without what tells by whom and when a thing was done that had to be done anyway. */
function comparable(rows: Record<string, Record<string, unknown>>) {
  return Object.entries(rows)
    .filter(([name]) => !/^AUDIT#.*Z#/.test(name) || rows[name]?.what !== 'milestone-opened')
    .map(([name, { openedAt: _at, ...row }]) => [name, row]);
}

// Guards: functions/operations/withdrawWhatWasDropped.ts: `namedRounds`.
test('the watch of a trajectory with another plan does not read the rounds of the past', async () => {
  const running = await bothAsked();
  await replanTo(running, withoutAside());
  let reads = 0;
  const store: RecordStore = {
    ...running.store,
    rounds: (id) => {
      reads += 1;
      return running.store.rounds(id);
    },
  };
  const deps = { reference: NOTHING_IMPORTED, store, chain: running.chain, sender: createMailbox() };
  await watchDay({ ...deps, now: createClock(MORNING).now }, 'voorbeeld', MORNING);
  expect(reads).toBe(0);
});
