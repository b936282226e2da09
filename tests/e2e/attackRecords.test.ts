import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { attributes, type Row } from '../../functions/adapters/record/table.ts';
import { wallClock } from '../../functions/adapters/wallClock.ts';
import { createHandler } from '../../functions/handlers/move-on/handler.ts';
import type { Chain } from '../../functions/operations/ports.ts';
import { auditRowsOf, chain, reference, rowsOf, store } from './deployed.ts';
import { executionsOf, killExecution, R1, untilWorking } from './executions.ts';
import { mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  COUNCILS,
  type PlanCopy,
  startedTrajectory,
  untilAsked,
} from './trajectories.ts';
import { finishRound } from './wholeRound.ts';

/** The records of these rows as the stream tells them, in this order. */
function batch(rows: readonly Row[]): { Records: DynamoDBRecord[] } {
  return {
    Records: rows.map((row, index) => ({
      dynamodb: {
        SequenceNumber: String(index + 1),
        NewImage: attributes(row) as Record<string, AttributeValue>,
      },
    })),
  };
}

/** The deployed follower's code on the deployed table and chain, with what it asked of the chain. */
function follower() {
  const asked: string[] = [];
  const listened =
    <A extends unknown[], R>(name: string, call: (...args: A) => R) =>
    (...args: A): R => {
      asked.push(name);
      return call(...args);
    };
  const heard: Chain = {
    start: listened('start', chain.start),
    state: listened('state', chain.state),
    wake: listened('wake', chain.wake),
  };
  const warnings: unknown[] = [];
  const log = { info: () => {}, warn: (...line: unknown[]) => void warnings.push(line) };
  return { asked, warnings, moveOn: createHandler({ store, reference, chain: heard, now: wallClock, log }) };
}

const everythingOf = async ({ id }: PlanCopy) => [
  await rowsOf(id),
  await auditRowsOf(id),
  await executionsOf(id),
  (await mailsOf(id)).length,
];

/**
 * Guards: functions/operations/moveRoundOn.ts: if (!isWakeOwed(round, request)) continue
 * Guards: functions/operations/resumeRound.ts: startOwed: round.startedEpoch >= round.epoch
 */
test('records of the stream that come late, twice and backwards have no effect a second time', async () => {
  const plan = await startedTrajectory('records');
  const history: Row[] = await rowsOf(plan.id);
  const remember = async () => {
    await atRest(plan);
    history.push(...(await rowsOf(plan.id)));
  };
  await answer(plan.id, R1, COLLEGES[0]);
  await remember();
  await killExecution(plan);
  await untilWorking(plan, 2);
  await remember();
  await answerAll(plan.id, R1, COLLEGES.slice(1));
  await untilAsked(plan.id, R1, ['rac']);
  await remember();
  await answer(plan.id, R1, 'rac', { outcome: 'noted' });
  await untilAsked(plan.id, R1, COUNCILS);
  await answer(plan.id, R1, COUNCILS[0], { outcome: 'noted' });
  await remember();
  await replayed();
  await finishRound(plan);
  await remember();
  await replayed();

  /** Everything that ever was told is told again, one by one and all at once, and nothing comes of it. */
  async function replayed(): Promise<void> {
    const before = await everythingOf(plan);
    const { asked, warnings, moveOn } = follower();
    const backwards = history.toReversed();
    for (const row of backwards) expect(await moveOn(batch([row]))).toEqual({ batchItemFailures: [] });
    const both = await Promise.all([moveOn(batch(backwards)), moveOn(batch([...history, ...history]))]);
    expect(both).toEqual([{ batchItemFailures: [] }, { batchItemFailures: [] }]);
    expect({ asked, warnings }).toEqual({ asked: [], warnings: [] });
    expect(await everythingOf(plan)).toEqual(before);
  }
});
