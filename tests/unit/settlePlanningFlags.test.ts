import { describe, expect, test } from 'vitest';
import { isPlanningFlag } from '../../functions/domain/planning/flags/flagKinds.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { raiseFlag } from '../../functions/operations/raiseFlag.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { CLERK, COLLEGES, LATER, opened, ROUND, started } from './exampleRecord.ts';
import { calendarOf } from './meetingArbitraries.ts';
import { AA, BEE, type Reminding, reminding } from './reminding.ts';

const NOTHING = { raised: 0, resolved: 0 };
/** What stands of one body, or of all. */
async function standing({ store }: Reminding, body?: string) {
  const flags = (await store.openFlags('voorbeeld')).filter(
    (each) => body === undefined || each.body === body,
  );
  return flags.map(({ flag, subject, date }) => `${flag} ${subject} ${date}`).sort();
}
const meeting = (day: string) => COLLEGES.map((body) => calendarOf(body, [day]));

describe('a flag of the planning', () => {
  // Guards: functions/operations/settleWantedFlags.ts: `if (!stands)`.
  test('is raised on the first day of its cause, once, and keeps the day it was raised', async () => {
    const aa = await reminding();
    await aa.settle('2026-02-16');
    expect(await standing(aa, AA)).toEqual([]);
    expect(await aa.settle('2026-02-17')).toEqual({ raised: 2, resolved: 0 });
    const before = aa.store.snapshot();
    for (const day of ['2026-02-17', '2026-02-18', '2026-02-20'])
      expect(await aa.settle(day)).toEqual(NOTHING);
    expect(aa.store.snapshot()).toEqual(before);
    expect(await standing(aa, AA)).toEqual([`approaching ${ROUND} ${AA} 2026-03-03`]);
  });

  test('is raised once by two runs at the same moment, and counted by one of them', async () => {
    const aa = await reminding();
    await aa.settle('2026-02-16');
    const runs = await Promise.all([aa.settle('2026-02-17'), aa.settle('2026-02-17')]);
    expect(runs.reduce((sum, { raised }) => sum + raised, 0)).toBe(2);
    expect(await standing(aa, AA)).toHaveLength(1);
  });

  // Guards: functions/operations/settleWantedFlags.ts: `await store.rewordFlag(…)`.
  test('says another day when its day moves, and stands since it was raised', async () => {
    const aa = await reminding();
    await aa.settle('2026-02-17');
    expect(await aa.settle('2026-02-19', meeting('2026-03-19'))).toEqual(NOTHING);
    const [flag] = (await aa.store.openFlags('voorbeeld')).filter(({ body }) => body === AA);
    expect(flag).toMatchObject({ date: '2026-03-05', raisedAt: '2026-02-17T06:30:00.000Z' });
    expect(flag!.reason).toContain('5 maart 2026');
    expect(await aa.settle('2026-02-19', meeting('2026-03-19'))).toEqual(NOTHING);
  });

  test('speaks of the meeting once the day for its papers has passed', async () => {
    const aa = await reminding();
    await aa.settle('2026-03-03');
    expect(await standing(aa, AA)).toEqual([`approaching ${ROUND} ${AA} 2026-03-03`]);
    await aa.settle('2026-03-04');
    expect(await standing(aa, AA)).toEqual([`approaching ${ROUND} ${AA} 2026-03-17`]);
  });

  // Guards: functions/operations/settleWantedFlags.ts: `if (await store.resolveFlag(flag, at)) resolved++`.
  test('is gone the morning after its cause: when the body has answered, or named another date', async () => {
    const aa = await reminding();
    await aa.settle('2026-03-18');
    expect(await standing(aa, AA)).toEqual([`overdue ${ROUND} ${AA} 2026-03-17`]);
    await aa.decide(AA);
    const deferred = { trajectory: 'voorbeeld', round: ROUND, body: BEE, outcome: 'deferred' as const };
    await recordDecision(
      aa.store,
      { ...deferred, on: '2026-03-18', newDate: '2026-06-16' },
      '2026-03-18T09:00:00.000Z',
      CLERK,
    );
    await aa.settle('2026-03-19');
    expect(await standing(aa, AA)).toEqual([]);
    expect(await standing(aa, BEE)).toEqual([]);
    const gone = (await aa.store.flags('voorbeeld')).filter(({ body }) => body === AA || body === BEE);
    expect(gone.every(({ resolvedAt }) => resolvedAt === '2026-03-19T06:30:00.000Z')).toBe(true);
  });

  test('is raised anew when its cause is back, and then stands since that day', async () => {
    const aa = await reminding();
    await aa.settle('2026-02-17');
    await aa.settle('2026-02-18', meeting('2026-03-24'));
    expect(await standing(aa, AA)).toEqual([]);
    expect(await aa.settle('2026-02-19')).toMatchObject({ raised: 2 });
    const [flag] = (await aa.store.openFlags('voorbeeld')).filter(({ body }) => body === AA);
    expect(flag).toMatchObject({ raisedAt: '2026-02-19T06:30:00.000Z' });
    expect(flag!.resolvedAt).toBeUndefined();
  });

  // Guards: functions/operations/settlePlanningFlags.ts: `isPlanningFlag(flag)`.
  test('leaves the flags of others alone', async () => {
    const aa = await reminding();
    const stuck = {
      flag: 'stuck',
      subject: ROUND,
      reason: 'Staat stil.',
      raisedAt: '2026-02-01T06:30:00.000Z',
    };
    await raiseFlag(aa.store, { kind: 'flag', schemaVersion: 1, trajectory: 'voorbeeld', ...stuck } as never);
    await aa.settle('2026-02-17');
    expect((await aa.store.openFlags('voorbeeld')).filter(({ flag }) => !isPlanningFlag(flag))).toHaveLength(
      1,
    );
  });
});

describe('of a milestone', () => {
  test('a task that nobody completes is near, then late, and gone when it is done', async () => {
    const task = await reminding({ running: await started() });
    await openMilestones(task.store, (await task.store.trajectory('voorbeeld'))!, '2026-01-06T06:30:00.000Z');
    const seen = [];
    for (const day of ['2026-01-06', '2026-01-23', '2026-02-02']) {
      await task.settle(day);
      seen.push((await standing(task)).filter((each) => /^(approaching|overdue) prepare /.test(each)));
    }
    expect(seen.flat().map((each) => each.split(' ')[0])).toEqual(['approaching', 'overdue']);
    await completeMilestone(
      task.store,
      'voorbeeld',
      'prepare',
      '2026-02-02',
      '2026-02-02T09:00:00.000Z',
      CLERK,
    );
    await task.settle('2026-02-03');
    expect((await standing(task)).filter((each) => /^(approaching|overdue) prepare /.test(each))).toEqual([]);
  });

  test('that waits although its period has begun says for what, and no longer when that is done', async () => {
    const later = await reminding({ running: await opened() });
    await later.settle('2026-04-01');
    expect(await standing(later)).toContainEqual('waiting-on-predecessor noted 2026-04-01');
    for (const body of COLLEGES) await later.decide(body);
    await later.chain.start(await later.round());
    await later.chain.catchUp();
    await moveRoundOn(later.store, later.chain, await later.round(), await later.requests(), LATER);
    await later.settle('2026-04-02');
    expect((await standing(later)).filter((each) => each.includes(' noted '))).toEqual([]);
  });
});
