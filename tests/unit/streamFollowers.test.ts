import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { attributes } from '../../functions/adapters/record/table.ts';
import { createHandler as createMoveOn } from '../../functions/handlers/move-on/handler.ts';
import { createHandler as createSendMails } from '../../functions/handlers/send-mails/handler.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  createClock,
  createMailbox,
  OPENED,
  opened,
  type Running,
  START,
  started,
} from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryTable } from './memoryTable.ts';
import { ASIDE, AT, bothAsked, replanTo, withoutAside } from './replanExample.ts';

function follower(running: Running) {
  const lines: unknown[] = [];
  const log = {
    info: (...line: unknown[]) => void lines.push(line),
    warn: (...line: unknown[]) => void lines.push(line),
  };
  const mailbox = createMailbox();
  const { store, chain } = running;
  const now = createClock(OPENED).now;
  return {
    lines,
    mailbox,
    moveOn: createMoveOn({ store, reference: NOTHING_IMPORTED, chain, now, log }),
    sendMails: createSendMails({
      store,
      reference: NOTHING_IMPORTED,
      items: createItemStore(createMemoryTable()),
      sender: mailbox,
      log,
      now,
    }),
  };
}

/** The stream's records of these rows, numbered from 1. */
function batch(...rows: object[]): { Records: DynamoDBRecord[] } {
  return {
    Records: rows.map((row, index) => ({
      dynamodb: {
        SequenceNumber: String(index + 1),
        NewImage: attributes({ ...row }) as Record<string, AttributeValue>,
      },
    })),
  };
}

const NONE = { batchItemFailures: [] };

describe('the follower that moves rounds on', () => {
  test('a started trajectory opens its first milestones, a completed one what waited for it', async () => {
    const running = await started();
    const { moveOn } = follower(running);
    expect(await moveOn(batch((await running.store.trajectory('voorbeeld'))!))).toEqual(NONE);
    expect(await running.store.milestone('voorbeeld', 'prepare')).toMatchObject({ openedAt: START });
    await completeMilestone(running.store, 'voorbeeld', 'prepare', '2026-01-20', OPENED, CLERK);
    const row = (await running.store.milestone('voorbeeld', 'prepare'))!;
    // Time travels with the data: what a completion opens, opens at its moment.
    expect(await moveOn(batch(row))).toEqual(NONE);
    expect(await running.round()).toMatchObject({ openedAt: OPENED });
  });

  test('a plan that was replaced has what it drops withdrawn and what it lets begin opened, at its moment', async () => {
    const running = await bothAsked();
    const { moveOn } = follower(running);
    const stopped = () => {
      throw new Error('stopped');
    };
    running.store.before('writeWithdrawal', stopped);
    const plan = withoutAside(['period: 2026-Q2..2026-Q3}', 'period: 2026-01..2026-Q3}']);
    await expect(replanTo(running, plan)).rejects.toThrow('stopped');
    expect(await moveOn(batch((await running.store.trajectory('voorbeeld'))!))).toEqual(NONE);
    expect(await running.store.round('voorbeeld', ASIDE)).toMatchObject({
      status: 'withdrawn',
      closedAt: AT,
    });
    expect(await running.store.milestone('voorbeeld', 'consult')).toMatchObject({ openedAt: AT });
  });

  test('a round that was opened is started, however often its record comes', async () => {
    const running = await opened();
    const { moveOn } = follower(running);
    const row = await running.round();
    expect(await moveOn(batch(row, row))).toEqual(NONE);
    expect(await moveOn(batch(row))).toEqual(NONE);
    expect(running.chain.executions.size).toBe(1);
  });

  test('an answer wakes its execution; the row is read from the table, not from the stream', async () => {
    const running = await asked();
    const { moveOn } = follower(running);
    const [before] = await running.requests();
    for (const body of COLLEGES) await running.decide(body);
    expect(await moveOn(batch(before!))).toEqual(NONE);
    await running.chain.catchUp();
    expect(await running.round()).toMatchObject({ stage: 1 });
  });

  // The guard is the checkpoint of forEachGroup: a failed group names its own first record.
  test('a group that fails is reported by its first record, and does not keep the others from their work', async () => {
    const running = await opened();
    const { moveOn, lines } = follower(running);
    const round = await running.round();
    const elsewhere = { ...round, trajectory: 'elders' };
    running.store.before('round', () => Promise.reject(new Error('throttled')));
    expect(await moveOn(batch(elsewhere, round, elsewhere))).toEqual({
      batchItemFailures: [{ itemIdentifier: '1' }],
    });
    expect(running.chain.executions.size).toBe(1);
    expect(lines).toHaveLength(1);
  });

  test('no token gets into the log, also when the work fails', async () => {
    const running = await asked();
    const { moveOn, lines } = follower(running);
    const requests = await running.requests();
    running.store.before('round', () => Promise.reject(new Error('throttled')));
    await moveOn(batch(...requests));
    expect(lines).toHaveLength(1);
    for (const { token } of requests) expect(JSON.stringify(lines)).not.toContain(token);
  });

  test('a record that is not ours is passed over', async () => {
    const { moveOn } = follower(await asked());
    expect(await moveOn(batch({ kind: 'something else', lastWrite: 'decided' }, { pk: 'x' }))).toEqual(NONE);
    expect(await moveOn({ Records: [{ dynamodb: { SequenceNumber: '1' } }] })).toEqual(NONE);
  });
});

describe('the follower that sends mails', () => {
  test('bodies that were asked are told once, however often the record comes', async () => {
    const running = await asked();
    const { sendMails, mailbox } = follower(running);
    const requests = await running.requests();
    expect(await sendMails(batch(...requests))).toEqual(NONE);
    expect(await sendMails(batch(...requests))).toEqual(NONE);
    expect(mailbox.sent).toHaveLength(2);
  });

  test('a plan that was replaced is told to everybody it concerns, once', async () => {
    const running = await bothAsked();
    const { sendMails, mailbox } = follower(running);
    await replanTo(running, withoutAside());
    const row = (await running.store.trajectory('voorbeeld'))!;
    expect(await sendMails(batch(row))).toEqual(NONE);
    expect(await sendMails(batch(row))).toEqual(NONE);
    const told = mailbox.sent.filter(({ tags }) => tags.kind === 'replanned').map(({ to }) => to[0]);
    expect(told).toEqual([
      'lead@regio.example',
      'college@aa.example',
      'college@bee.example',
      'info@bedrijf.example',
    ]);
  });

  test('a mail that SES refuses comes back with its batch', async () => {
    const running = await asked();
    const { sendMails, mailbox } = follower(running);
    const requests = await running.requests();
    mailbox.fails = ['refused'];
    expect(await sendMails(batch(...requests))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await sendMails(batch(...requests))).toEqual(NONE);
    expect(mailbox.sent).toHaveLength(2);
  });
});
