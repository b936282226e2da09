import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { auditEntry } from '../../functions/domain/audit.ts';
import type { AsSeen } from '../../functions/domain/replan/asSeen.ts';
import type { Replanning } from '../../functions/domain/replan/replanning.ts';
import { advance } from '../../functions/domain/round/advance.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import type { MilestoneRow, Trajectory } from '../../functions/domain/trajectory.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';
import {
  CLERK,
  COLLEGES,
  decidedRow,
  examplePlan,
  LATER,
  OPENED,
  requestRow,
  roundRow,
} from './exampleRecord.ts';

interface Expressions {
  readonly Key?: Record<string, { readonly S: string }>;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

let stub: AwsStub;
let store: RecordStore;
beforeAll(async () => {
  stub = await startAwsStub();
  store = createRecordStore(createTable('record', { ...stub.settings, maxAttempts: 1 }));
});
beforeEach(() => stub.answers({ result: {} }));
afterAll(() => stub.close());

const ENTRY = auditEntry({
  trajectory: 'voorbeeld',
  at: LATER,
  what: 'decided',
  subject: 'x',
  ...CLERK,
  details: {},
});
const ROUND = roundRow();
const ANSWER = decidedRow(COLLEGES[0]);
const OPEN = COLLEGES.map((body) => requestRow(body));
const OWNER = { trajectory: 'voorbeeld', round: ROUND, body: COLLEGES[0] };
const CLAIM = { claimedUntil: LATER, attempts: 1 };
const MILESTONE: MilestoneRow = {
  kind: 'milestone',
  schemaVersion: SCHEMA_VERSION,
  trajectory: 'voorbeeld',
  id: 'prepare',
  status: 'open',
  openedAt: LATER,
  lastWrite: 'opened',
};
const TRAJECTORY: Trajectory = {
  kind: 'trajectory',
  schemaVersion: SCHEMA_VERSION,
  id: 'voorbeeld',
  title: 'Voorbeeld',
  planHash: 'h',
  planVersion: 1,
  clock: 'real',
  startedAt: LATER,
  lastWrite: 'started',
};
const REPLANNING: Replanning = {
  kind: 'replanning',
  schemaVersion: SCHEMA_VERSION,
  trajectory: 'voorbeeld',
  version: 2,
  planHash: 'i',
  previousPlanHash: 'h',
  reason: 'x',
  at: LATER,
  ...CLERK,
  changes: { moves: [], added: [], removed: [], rounds: [], partners: [] },
  mails: {},
  lastWrite: 'replanned',
};
/** Each kind of row that must be as it was seen: open, absent, divided and revised. */
const AS_SEEN: AsSeen = {
  rounds: [
    { id: ROUND, seen: ROUND },
    { id: { family: 'later', number: 1 }, seen: undefined },
    { id: { family: 'revised', number: 1 }, seen: roundRow({ family: 'revised', revisedAt: LATER }) },
  ],
  milestones: [
    { id: 'prepare', seen: MILESTONE },
    { id: 'later', seen: undefined },
  ],
  requests: [
    { round: 'main.r1', body: COLLEGES[0], seen: requestRow(COLLEGES[0]) },
    { round: 'main.r1', body: COLLEGES[1], seen: undefined },
  ],
};

const FLAG = {
  kind: 'flag',
  schemaVersion: 1,
  trajectory: 'voorbeeld',
  flag: 'stuck',
  subject: 'main.r1',
  reason: 'x',
  raisedAt: LATER,
} as const;

const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
  writeAnswer: () => store.writeAnswer(ANSWER, OPEN[0], ENTRY),
  'writeAnswer, not asked': () => store.writeAnswer(ANSWER, undefined, ENTRY),
  writeCorrection: () =>
    store.writeCorrection(
      { ...ANSWER, reference: 'x', note: 'y', embargo: LATER.slice(0, 10) },
      ANSWER,
      ROUND,
      ENTRY,
    ),
  'writeCorrection, bare': () => store.writeCorrection(ANSWER, ANSWER, ROUND, ENTRY),
  writeWithdrawal: () => store.writeWithdrawal(ROUND, 'x', LATER, ENTRY),
  closeRequest: () => store.closeRequest(OPEN[0]!),
  advanceRound: () =>
    store.advanceRound(
      ROUND,
      advance(ROUND, { kind: 'passed', verdict: 'agreed', on: '2026-02-02', at: LATER }),
      ENTRY,
    ),
  raiseEpoch: () => store.raiseEpoch(ROUND, 1, ENTRY),
  markStarted: () => store.markStarted(ROUND, LATER),
  markWoken: () => store.markWoken(OPEN[0]!, LATER),
  settleRound: () => store.settleRound(ROUND),
  writeRevision: () => store.writeRevision(ROUND, roundRow({ number: 2 }), ENTRY, 'h'),
  openMilestone: () => store.openMilestone(MILESTONE, ROUND, [ENTRY], 'h'),
  stagePlan: () => store.stagePlan('voorbeeld', examplePlan()),
  writeReplanning: () => store.writeReplanning(TRAJECTORY, 'Voorbeeld', REPLANNING, AS_SEEN, ENTRY),
  withdrawMilestone: () => store.withdrawMilestone(MILESTONE, ENTRY),
  markTold: () => store.markTold(REPLANNING, LATER),
  'claimMail, of a re-planning': () =>
    store.claimMail({ trajectory: 'voorbeeld', replanning: 2 }, 'replanned-x', CLAIM, LATER),
  'writeMailPause, on': () => store.writeMailPause('voorbeeld', LATER, ENTRY),
  'writeMailPause, off': () => store.writeMailPause('voorbeeld', undefined, ENTRY),
  claimMail: () => store.claimMail(OWNER, 'asked', CLAIM, LATER),
  'claimMail, of a milestone while it is open': () =>
    store.claimMail({ trajectory: 'voorbeeld', milestone: 'prepare' }, 'remind-x', CLAIM, LATER, {
      status: 'open',
    }),
  'claimMail, while nothing has changed': () =>
    store.claimMail(OWNER, 'remind-x', CLAIM, LATER, { status: 'open', deferrals: 1, notRevised: true }),
  markMailSent: () => store.markMailSent(OWNER, 'asked', { sentAt: LATER, messageId: 'm1' }),
  markMailFailed: () =>
    store.markMailFailed(OWNER, 'asked', CLAIM, { claimedUntil: OPENED, error: 'refused' }),
  raiseFlag: () => store.raiseFlag(FLAG, ENTRY),
  'raiseFlag, by the watch': () => store.raiseFlag(FLAG),
  rewordFlag: () => store.rewordFlag(FLAG, ENTRY),
  markWatched: () => store.markWatched('voorbeeld', '2026-02-02'),
};

/** Every part of what was sent that has expressions: a plain update, or the items of a transaction. */
function sent(): Expressions[] {
  return stub.calls.flatMap(({ body }) => {
    const call = JSON.parse(body) as Expressions & { TransactItems?: Record<string, Expressions>[] };
    return call.TransactItems?.flatMap((item) => Object.values(item)) ?? [call];
  });
}
const used = (text: string, sign: '#' | ':') => new Set(text.match(new RegExp(`\\${sign}\\w+`, 'g')));

// DynamoDB refuses an expression with a name or value that is not given, or is given and not used; so it fails live.
test.each(Object.keys(WRITES))(
  '%s: its expressions use exactly the names and values they are given',
  async (write) => {
    await WRITES[write]!();
    expect(sent().length).toBeGreaterThan(0);
    for (const each of sent()) {
      const text = `${each.UpdateExpression ?? ''} ${each.ConditionExpression ?? ''}`;
      expect(new Set(Object.keys(each.ExpressionAttributeNames ?? {}))).toEqual(used(text, '#'));
      expect(new Set(Object.keys(each.ExpressionAttributeValues ?? {}))).toEqual(used(text, ':'));
      expect(each.ConditionExpression, 'no write without a condition').toBeTruthy();
    }
  },
);

test('no transaction writes one row twice: DynamoDB refuses it', async () => {
  for (const write of Object.values(WRITES)) {
    stub.answers({ result: {} });
    await write();
    const rows = stub.calls.flatMap(({ body }) =>
      (
        (
          JSON.parse(body) as {
            TransactItems?: Record<string, { Key?: object; Item?: Record<string, unknown> }>[];
          }
        ).TransactItems ?? []
      )
        .flatMap((item) => Object.values(item))
        .map(({ Key, Item }) => JSON.stringify(Key ?? { pk: Item?.pk, sk: Item?.sk })),
    );
    expect(new Set(rows).size).toBe(rows.length);
  }
});

describe('a correction', () => {
  test('removes the reference, the note and the embargo that it does not have', async () => {
    await WRITES['writeCorrection, bare']!();
    expect(sent()[0]?.UpdateExpression).toMatch(/ REMOVE #reference, #note, #embargo$/);
    stub.answers({ result: {} });
    await WRITES.writeCorrection!();
    expect(sent()[0]?.UpdateExpression).not.toContain('REMOVE');
  });
});

describe('a past that is laid down', () => {
  const past = { milestones: [], rounds: [roundRow()], requests: [ANSWER], audit: [ENTRY] };
  const item = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });
  const left = item('TRAJECTORY#voorbeeld', 'ROUND#main#002');
  const batch = () => {
    const write = stub.calls.find(({ action }) => action === 'BatchWriteItem');
    return write && (JSON.parse(write.body) as { RequestItems: { record: unknown[] } }).RequestItems.record;
  };

  // The guard is `left` in historyWrites.ts.
  test('replaces what an earlier attempt left, in the record and in the log', async () => {
    const oldEntry = item('AUDIT#voorbeeld', `${OPENED}#old`);
    stub.answers({ result: { Items: [oldEntry] } }, { result: { Items: [left] } }, { result: {} });
    await store.stageHistory('voorbeeld', past);
    expect(batch()).toEqual([
      { DeleteRequest: { Key: left } },
      { DeleteRequest: { Key: oldEntry } },
      ...Array(3).fill({ PutRequest: { Item: expect.any(Object) } }),
    ]);
    // An open round is on the list of what is owed, and no follower of the stream is called before the start.
    expect(JSON.stringify(batch())).toContain('"openIn":{"S":"ROUNDS#voorbeeld"}');
    expect(JSON.stringify(batch())).not.toMatch(/"lastWrite":\{"S":"(opened|decided)"/);
  });

  // The guard is the look for the trajectory's own row.
  test('leaves a trajectory alone that was started meanwhile', async () => {
    stub.answers(
      { result: { Items: [] } },
      { result: { Items: [left, item('TRAJECTORY#voorbeeld', 'TRAJECTORY')] } },
    );
    await store.stageHistory('voorbeeld', past);
    expect(batch()).toBeUndefined();
  });

  // The guard is the order of the two reads: the other way round the entry of a start between them was a leftover.
  test('looks at the log before it looks for the trajectory', async () => {
    stub.answers({ result: { Items: [] } }, { result: { Items: [] } }, { result: {} });
    await store.stageHistory('voorbeeld', past);
    const asked = stub.calls.filter(({ action }) => action === 'Query').map(({ body }) => JSON.parse(body));
    expect(asked.map((each) => each.ExpressionAttributeValues[':pk'].S)).toEqual([
      'AUDIT#voorbeeld',
      'TRAJECTORY#voorbeeld',
    ]);
  });
});
