import { describe, expect, test } from 'vitest';
import { createItemStore } from '../../functions/adapters/record/items.ts';
import { attributes } from '../../functions/adapters/record/table.ts';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { createHandler } from '../../functions/handlers/send-mails/handler.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { asked, CLERK, COLLEGES, createClock, createMailbox, LATER, type Running } from './exampleRecord.ts';
import { goOn, mailSources, tell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryTable } from './memoryTable.ts';

const AT = '2026-02-04T09:00:00.000Z';
const pause = ({ store }: Running, paused = true, at = AT) =>
  pauseMails(store, 'voorbeeld', paused, at, CLERK);
const receivers = (mailbox: ReturnType<typeof createMailbox>) => mailbox.sent.map(({ to }) => to[0]);

async function watch({ store, chain }: Running, mailbox: ReturnType<typeof createMailbox>, day: string) {
  const at = atTime(day, '07:30');
  const summary = await watchDay(
    { reference: NOTHING_IMPORTED, store, chain, sender: mailbox, now: createClock(at).now },
    'voorbeeld',
    at,
  );
  await chain.catchUp();
  return summary;
}

/** The stream's record of the trajectory after its mails were let go. */
async function resumed(running: Running, mailbox: ReturnType<typeof createMailbox>) {
  const { store } = running;
  const log = { info: () => {}, warn: () => {} };
  const handler = createHandler({
    store,
    reference: NOTHING_IMPORTED,
    items: createItemStore(createMemoryTable()),
    sender: mailbox,
    log,
    now: createClock(AT).now,
  });
  const NewImage = attributes({ ...(await store.trajectory('voorbeeld'))! }) as Record<string, { S: string }>;
  return handler({ Records: [{ dynamodb: { SequenceNumber: '1', NewImage } }] });
}

describe('while the mails of a trajectory are paused', () => {
  // The guard is `mailsPausedAt` in sendOne; tried with the stream's way and with the watch's.
  test('nothing leaves, neither at once nor by the watch, and nothing is claimed', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    expect(await pause(running)).toEqual({ changed: true });
    expect(await tell(running, mailbox)).toEqual({ sent: 0, failed: 0 });
    expect(await watch(running, mailbox, '2026-02-05')).toMatchObject({ mailsSent: 0, mailsFailed: 0 });
    expect(mailbox.sent).toEqual([]);
    expect((await running.requests()).map(({ mails }) => mails)).toEqual([{}, {}]);
    expect(await running.store.openFlags('voorbeeld')).toEqual([]);
  });

  test('the round itself goes on', async () => {
    const running = await asked();
    await pause(running);
    for (const body of COLLEGES) await running.decide(body);
    await goOn(running);
    expect(await running.round()).toMatchObject({ stage: 1 });
  });

  test('what is owed is listed as held back', async () => {
    const running = await asked();
    await tell(running, createMailbox());
    await running.decide(COLLEGES[0]);
    await pause(running);
    expect(
      (await listMails(mailSources(running), 'voorbeeld')).map(({ kind, status }) => [kind, status]),
    ).toEqual([
      ['decided', 'paused'],
      ['reminder', 'planned'],
      ['asked', 'sent'],
      ['asked', 'sent'],
    ]);
  });

  test('a closed round waits for its mails: it stays on the list of what is owed', async () => {
    const running = await asked();
    await pause(running);
    for (const body of [...COLLEGES, 'GM0001/council', 'GM0002/council']) await running.decide(body);
    await running.decide('rac', 'noted');
    await goOn(running);
    const mailbox = createMailbox();
    await watch(running, mailbox, '2026-02-05');
    expect(await watch(running, mailbox, '2026-02-06')).toMatchObject({ settled: [] });
    await pause(running, false);
    expect(await watch(running, mailbox, '2026-02-07')).toMatchObject({ settled: ['main.r1'] });
    // Five answers, the conclusion and the partner; who had answered was not asked any more.
    expect(mailbox.sent.map(({ tags }) => tags.kind)).toEqual([
      ...Array(5).fill('decided'),
      'concluded',
      'partner-informed',
    ]);
  });

  test('a pause in the middle of a run holds the mails that are not claimed yet', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    running.store.before('markMailSent', () => pause(running));
    expect(await tell(running, mailbox)).toEqual({ sent: 1, failed: 0 });
    expect(receivers(mailbox)).toEqual(['college@aa.example']);
  });
});

describe('when they are let go again', () => {
  // Nothing is lost by pausing: what is owed follows from the rows, not from what was held back.
  test('what is owed leaves at once, each mail once', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    await pause(running);
    await watch(running, mailbox, '2026-02-05');
    expect(await pause(running, false)).toEqual({ changed: true });
    expect(await resumed(running, mailbox)).toEqual({ batchItemFailures: [] });
    expect(await resumed(running, mailbox)).toEqual({ batchItemFailures: [] });
    expect(receivers(mailbox)).toEqual(['college@aa.example', 'college@bee.example']);
    expect(await running.store.trajectory('voorbeeld')).not.toHaveProperty('mailsPausedAt');
  });

  test('or with the next watch, when the stream lost it', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    await pause(running);
    await pause(running, false);
    expect(await watch(running, mailbox, '2026-02-05')).toMatchObject({ mailsSent: 2 });
  });
});

describe('pausing', () => {
  // The guards are the two conditions of writeMailPause.
  test('what is paused, or letting go what goes, is a success without effect', async () => {
    const running = await asked();
    const before = running.store.snapshot();
    expect(await pause(running, false)).toEqual({ changed: false });
    expect(running.store.snapshot()).toEqual(before);
    await pause(running);
    const paused = running.store.snapshot();
    expect(await pause(running, true, LATER)).toEqual({ changed: false });
    expect(running.store.snapshot()).toEqual(paused);
  });

  test('and letting go are in the log, with who did it', async () => {
    const running = await asked();
    await pause(running);
    await pause(running, false, '2026-02-05T09:00:00.000Z');
    const log = await running.store.audit('voorbeeld');
    expect(log.filter(({ what }) => what.startsWith('mails-'))).toMatchObject([
      { what: 'mails-paused', at: AT, by: 'griffier' },
      { what: 'mails-resumed', by: 'griffier' },
    ]);
  });

  test('a trajectory that does not exist is refused', async () => {
    const { store } = await asked();
    await expect(pauseMails(store, 'onbekend', true, AT, CLERK)).rejects.toMatchObject({
      code: 'UNKNOWN_TRAJECTORY',
    });
  });
});
