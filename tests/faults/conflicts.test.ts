import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { auditRowsOf, endpoint, rowsOf } from '../e2e/deployed.ts';
import { answer, BY } from '../e2e/trajectories.ts';
import { type AwsError, type FaultyCloud, startFaultyCloud } from './faultyCloud.ts';
import { changesOf, handlersAt, isDone, isRequest, isTrajectory } from './inProcess.ts';
import { asked, FIRST_DAY, newTrajectory, R1, started, type Trajectory } from './trajectories.ts';

/** As retryingConflicts.ts has it. */
const TRIES = 6;
const AT = { at: '2026-01-06T10:00:00.000Z', on: '2026-01-06' };

let cloud: FaultyCloud;
let handlers: ReturnType<typeof handlersAt>;
beforeAll(async () => {
  cloud = await startFaultyCloud(endpoint);
  handlers = handlersAt(cloud.endpoint, { retries: 'as deployed' });
});
afterEach(() => {
  vi.restoreAllMocks();
  cloud.forget();
});
afterAll(() => cloud.stop());

/** Waits with full jitter are drawn by Math.random, ours and the SDK's: drawn as zero they keep no test waiting. */
const withoutWaiting = () => vi.spyOn(Math, 'random').mockReturnValue(0);

/** A transaction that was cancelled, with a reason for each of its items (AWS API reference, TransactWriteItems). */
const cancelled = (...codes: readonly string[]): AwsError => ({
  error: 'TransactionCanceledException',
  more: { CancellationReasons: codes.map((Code) => ({ Code })) },
});
const decide = ({ id, colleges }: Trajectory, store = handlers.store) =>
  recordDecision(
    store,
    { trajectory: id, round: R1, body: colleges[0]!, outcome: 'adopted', on: AT.on },
    AT.at,
    BY,
  );
const everything = async ({ id }: Trajectory) => [...(await rowsOf(id)), ...(await auditRowsOf(id))];
const decided = async ({ id }: Trajectory) =>
  (await auditRowsOf(id)).filter(({ what }) => what === 'decided');

describe('a decision whose transaction', () => {
  // Guards: functions/adapters/retryingConflicts.ts: codes.some((code) => PASSING.has(code))
  // Guards: functions/adapters/retryingConflicts.ts: Math.random() * FIRST_WAIT_MS * 2 ** attempt
  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'is cancelled a few times by %s is recorded once, after waits with jitter',
    async (code) => {
      const trajectory = await asked(newTrajectory('botsing'), handlers);
      const jitter = withoutWaiting();
      const fault = cloud.arm(
        { kind: 'refuse', ...cancelled('None', code) },
        { operation: 'TransactWriteItems', times: TRIES - 1 },
      );
      expect(await decide(trajectory)).toMatchObject({ changed: true });
      expect(fault.hits).toBe(TRIES - 1);
      expect(jitter.mock.calls.length).toBeGreaterThanOrEqual(TRIES - 1);
      expect(await decided(trajectory)).toHaveLength(1);
    },
  );

  // Guards: functions/adapters/retryingConflicts.ts: attempt === TRIES - 1
  test.each([cancelled('TransactionConflict', 'None'), { error: 'ThrottlingException' }])(
    'meets $error without end is unavailable, and nothing of it is written',
    async (error) => {
      const trajectory = await asked(newTrajectory('blijvend'), handlers);
      const before = await everything(trajectory);
      withoutWaiting();
      const fault = cloud.arm(
        { kind: 'refuse', ...error },
        { operation: 'TransactWriteItems', times: Infinity },
      );
      await expect(decide(trajectory)).rejects.toThrow(Unavailable);
      expect(fault.hits).toBeGreaterThan(1);
      expect(await everything(trajectory)).toEqual(before);
      fault.disarm();
      expect(await decide(trajectory)).toMatchObject({ changed: true });
    },
  );

  // Guards: functions/adapters/record/table.ts: error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')
  // Guards: functions/operations/recordDecision.ts: for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
  test('fails its condition beside a conflict is judged again at once, and recorded', async () => {
    const trajectory = await asked(newTrajectory('voorwaarde'), handlers);
    cloud.forget();
    cloud.arm(
      { kind: 'refuse', ...cancelled('ConditionalCheckFailed', 'TransactionConflict') },
      { operation: 'TransactWriteItems' },
    );
    expect(await decide(trajectory)).toMatchObject({ changed: true });
    expect(cloud.calls.map(({ operation }) => operation).sort()).toEqual(
      ['GetItem', 'GetItem', 'TransactWriteItems', 'GetItem', 'GetItem', 'TransactWriteItems'].sort(),
    );
    expect(await decided(trajectory)).toHaveLength(1);
  });

  // Guards: functions/adapters/record/table.ts: maxAttempts: 5 (the SDK repeats under the same ClientRequestToken)
  test('was written but not acknowledged is a success, with one entry in the log', async () => {
    const trajectory = await asked(newTrajectory('onbevestigd'), handlers);
    const fault = cloud.arm({ kind: 'lose-answer' }, { operation: 'TransactWriteItems' });
    expect(await decide(trajectory)).toMatchObject({ changed: true });
    expect(fault.hits).toBe(1);
    expect(await decided(trajectory)).toHaveLength(1);
  });

  // Guards: functions/operations/recordDecision.ts: if (judgement.kind === 'same') return …
  test('was written but never acknowledged is unavailable, and said again a success without effect', async () => {
    const trajectory = await asked(newTrajectory('nooit-bevestigd'), handlers);
    withoutWaiting();
    const fault = cloud.arm({ kind: 'lose-answer' }, { operation: 'TransactWriteItems', times: Infinity });
    await expect(decide(trajectory)).rejects.toThrow(Unavailable);
    fault.disarm();
    expect(await decide(trajectory)).toMatchObject({ changed: false });
    expect(await decided(trajectory)).toHaveLength(1);
  });
});

describe('a function that follows the stream', () => {
  // Guards: functions/adapters/retryingConflicts.ts: error.name === 'TransactionConflictException'
  // Guards: functions/adapters/record/table.ts: maxAttempts: 5
  test.each([
    ['UpdateItem', 'TransactionConflictException', 3],
    ['UpdateItem', 'ProvisionedThroughputExceededException', 3],
    ['Query', 'ThrottlingException', 3],
    ['GetItem', 'RequestLimitExceeded', 3],
  ] as const)('whose %s meets %s a few times does its work all the same', async (operation, error, times) => {
    const trajectory = await asked(newTrajectory('volgen'), handlers);
    await answer(trajectory.id, R1, trajectory.colleges[0]!, AT);
    withoutWaiting();
    const fault = cloud.arm({ kind: 'refuse', error }, { operation, times });
    expect(isDone(await handlers.moveOn(await changesOf(trajectory.id, isRequest)))).toBe(true);
    expect(fault.hits).toBe(times);
    expect((await trajectory.request(trajectory.colleges[0]!))?.wokenAt).toBe(AT.at);
  });

  // Guards: functions/adapters/record/writes.ts: table.transact([ put(milestone), putRound, putAudit ]) in openMilestone
  test('that cannot open a milestone opens nothing of it: no milestone without its round and its entry', async () => {
    const trajectory = await started(newTrajectory('half-open'));
    const before = await everything(trajectory);
    withoutWaiting();
    const conflict = cancelled('None', 'None', 'TransactionConflict');
    const fault = cloud.arm(
      { kind: 'refuse', ...conflict },
      { operation: 'TransactWriteItems', body: 'ROUND#', times: Infinity },
    );
    expect(isDone(await handlers.moveOn(await changesOf(trajectory.id, isTrajectory)))).toBe(false);
    expect(fault.hits).toBe(TRIES);
    expect(await everything(trajectory)).toEqual(before);
  });
});

// Guards: functions/handlers/watch-day/handler.ts: if (unavailable) throw unavailable
test.each(['GetItem', 'Query', 'UpdateItem'])(
  'a watch whose %s is throttled without end fails as unavailable, and the next one does what it could not',
  async (operation) => {
    const trajectory = await asked(newTrajectory('watch'), handlers);
    const day = { at: atTime(FIRST_DAY, '07:30'), trajectories: [trajectory.id] };
    withoutWaiting();
    const fault = cloud.arm({ kind: 'refuse', error: 'ThrottlingException' }, { operation, times: Infinity });
    await expect(handlers.watchDay(day)).rejects.toMatchObject({ name: 'Unavailable' });
    fault.disarm();
    expect(await handlers.watchDay(day)).toMatchObject([{ mailsSent: 2, mailsFailed: 0 }]);
  },
);
