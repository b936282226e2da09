import { beforeEach, describe, expect, test } from 'vitest';
import { memoPdf } from '../../functions/adapters/memoPdf.ts';
import { createLedgerStore } from '../../functions/adapters/record/ledger.ts';
import { recordMailWrites } from '../../functions/adapters/record/mailWrites.ts';
import { createMemoStore } from '../../functions/adapters/record/memos.ts';
import { drawMemo } from '../../functions/domain/memo/drawMemo.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { bookEntry } from '../../functions/operations/ledger/bookEntry.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { approveMemo } from '../../functions/operations/memo/approveMemo.ts';
import { makeMemo } from '../../functions/operations/memo/makeMemo.ts';
import { sendMemos } from '../../functions/operations/memo/sendMemos.ts';
import { AFTERWARDS, answer, SECRETS, WHILE_IT_RUNS, weighed } from './embargoWorld.ts';
import { CLERK, createMailbox, LATER, type Mailbox, ROUND, type Running } from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { createMemoryTable, type MemoryTable } from './memoryTable.ts';
import { readPdf } from './readPdf.ts';

let running: Running;
let table: MemoryTable;
let mailbox: Mailbox;
let now: string;
const ID = 'voorbeeld';
const CLERKS = ['griffie@aa.example', 'griffie@bee.example'];

function deps() {
  const store = { ...running.store, ...recordMailWrites(table) };
  const parts = { memoPdf, memos: createMemoStore(table), ledger: createLedgerStore(table) };
  return { ...parts, store, reference: NOTHING_IMPORTED, sender: mailbox, now: () => now };
}
const make = async () => (await makeMemo(deps(), ID, ROUND, now, CLERK)).row;
const approve = (version = 1) => approveMemo(deps(), ID, ROUND, version, now, CLERK);
const send = async () => sendMemos(deps(), (await running.store.trajectory(ID))!);
const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

beforeEach(async () => {
  running = await weighed('adopted');
  table = createMemoryTable();
  mailbox = createMailbox();
  now = AFTERWARDS;
});

describe('the information memo for the councils', () => {
  test('says to whom, about what, what was proposed and answered, what follows and when, the money, and who to ask', async () => {
    const order = { date: '2026-01-15', year: 2026, description: 'Geld', amount: 5_000_00 };
    const commitment = { ...order, amount: 1_200_00, milestone: 'proposal' };
    await bookEntry(deps(), ID, { ...order, type: 'allocation', reference: 'B-1' }, LATER, CLERK);
    await bookEntry(deps(), ID, { ...commitment, type: 'commitment', reference: 'V-1' }, LATER, CLERK);
    const { memo, version, digest } = await make();
    const words = drawMemo(memo, { version, digest })
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const said of [
      'Aan Raad Aa, Raad Bee',
      'Onderwerp Hoofdronde',
      'Datum 20 februari 2026',
      'CONCEPT, nog niet vastgesteld',
      'College Aa aangenomen op 2 februari 2026, kenmerk GEHEIM-17 adopted',
      'College Bee aangenomen op 2 februari 2026, kenmerk OPENBAAR-2',
      'Commissie nog geen antwoord',
      'Geld Voorstel verplicht € 1.200,00, uitgegeven € 0,00',
      'Uitwerken 1e kwartaal 2026, verwacht op',
      'Projectleider, lead@regio.example',
      `Versie 1, kenmerk ${digest}`,
    ])
      expect(words).toContain(said);
    // A note is for the bodies among themselves.
    expect(words).not.toContain(SECRETS[1]);
  });

  // Guards: readMemo.ts: ANYBODY, in both reads.
  test('has an answer under embargo as anybody sees it', async () => {
    now = WHILE_IT_RUNS;
    const { memo } = await make();
    expect(memo.colleges[0]?.words).toBe('antwoord gegeven, nog niet openbaar tot 20 februari 2026');
    expect(JSON.stringify(memo)).not.toContain(SECRETS[0]);
    expect(memo.standing).not.toContain('akkoord');
  });

  test('is one document in Dutch with its title, headings in order, and nothing of elsewhere; what was typed is text', async () => {
    await correctDecision(
      running.store,
      {
        trajectory: ID,
        round: ROUND,
        body: 'GM0001/college',
        outcome: 'adopted',
        on: '2026-02-02',
        reason: 'x',
        embargo: 'lifted',
        reference: '<script>',
      },
      now,
      CLERK,
    );
    const row = await make();
    const html = drawMemo(row.memo, row);
    expect(html).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(html).toContain('<title>Raadsinformatiebrief: Hoofdronde</title>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|src=|href=|url\(/);
    expect(html).toContain('&lt;script&gt;');
  });

  // Guards: makeMemo.ts: `before?.digest === digest`.
  test('made again is the same version; with other data it is the next', async () => {
    expect(await make()).toMatchObject({ version: 1 });
    now = '2026-02-20T18:00:00.000Z';
    expect(await makeMemo(deps(), ID, ROUND, now, CLERK)).toMatchObject({ changed: false });
    await answer(running, 'rac', { outcome: 'noted', reference: 'RAC-1' }, now);
    expect(await make()).toMatchObject({ version: 2 });
  });

  test('two that make it at once make one', async () => {
    const made = await Promise.all([make(), make()]);
    expect(made.map(({ version }) => version)).toEqual([1, 1]);
  });
});

describe('approving it', () => {
  test('is of one version, once, and in the log', async () => {
    expect(await codeOf(approve())).toBe('UNKNOWN_MEMO');
    await make();
    expect(await codeOf(approve(2))).toBe('UNKNOWN_MEMO');
    expect(await approve()).toMatchObject({ changed: true, row: { approvedBy: CLERK.by } });
    expect(await approve()).toMatchObject({ changed: false });
    const log = table.rows().map((row) => row.what);
    expect(log.filter((what) => what === 'memo-approved')).toHaveLength(1);
  });

  // Guards: approveMemo.ts: `now.version !== version`.
  test('what has changed since is refused, and a new version is there to be looked at', async () => {
    await make();
    await answer(running, 'rac', { outcome: 'noted' }, now);
    await goOn(running);
    expect(await codeOf(approve(1))).toBe('MEMO_CHANGED');
    expect(await createMemoStore(table).lastMemo(ID, ROUND)).toMatchObject({ version: 2 });
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await approve(2)).toMatchObject({ changed: true });
  });
});

describe('sending it', () => {
  // Guards: sendMemos.ts: `!row.approvedAt || row.toldAt`; `before?.sentAt`.
  test('goes to the clerk of each council, as a file, once, and only when it was approved', async () => {
    await make();
    expect(await send()).toMatchObject({ sent: 0 });
    await approve();
    expect(await send()).toMatchObject({ sent: 2, failed: 0 });
    expect(await send()).toMatchObject({ sent: 0 });
    expect(mailbox.sent.map(({ to }) => to[0]).sort()).toEqual(CLERKS);
    const [mail] = mailbox.sent;
    expect(mail?.subject).toBe('Raad Aa, Raad Bee: raadsinformatiebrief van 20 februari 2026 – Hoofdronde');
    const [pdf, html] = mail?.attachments ?? [];
    expect(pdf).toMatchObject({
      filename: 'raadsinformatiebrief-main.r1-v1.pdf',
      contentType: 'application/pdf',
    });
    expect(readPdf(pdf?.content as Uint8Array).text).toContain('vastgesteld door griffier');
    expect(html).toMatchObject({ filename: 'raadsinformatiebrief-main.r1-v1.html' });
    expect(html?.content).toContain('vastgesteld door griffier');
  });

  // Guards: listMails.ts: ...memos; listMemoMails.ts: the filter of approved; `state?.sentAt`.
  test('is listed beside the other mails, to send and sent, and not as long as it is not approved', async () => {
    const listed = async () =>
      (await listMails(deps(), ID))
        .filter(({ kind }) => kind === 'memo')
        .map(({ reference, to, status }) => [reference.split('/')[1], to[0], status])
        .sort();
    const both = (status: string) => CLERKS.map((mail) => ['memo-main.r1-1', mail, status]);
    await make();
    expect(await listed()).toEqual([]);
    await approve();
    expect(await listed()).toEqual(both('to-send'));
    await send();
    expect(await listed()).toEqual(both('sent'));
  });

  test('is what was approved, whatever has changed since', async () => {
    await make();
    await approve();
    await answer(running, 'rac', { outcome: 'noted', reference: 'NA-DE-GOEDKEURING' }, now);
    await send();
    expect(mailbox.sent).toHaveLength(2);
    expect(JSON.stringify(mailbox.sent)).not.toContain('NA-DE-GOEDKEURING');
  });

  test('a refused address is tried again alone', async () => {
    await make();
    await approve();
    mailbox.fails = ['refused'];
    expect(await send()).toMatchObject({
      sent: 1,
      failed: 1,
      failures: [expect.stringContaining('raadsinformatiebrief')],
    });
    expect(await send()).toMatchObject({ sent: 1, failed: 0 });
    expect(mailbox.sent.map(({ to }) => to[0]).sort()).toEqual(CLERKS);
  });

  // Guards: sendMemos.ts: isReplaced.
  test('whom the first version did not reach gets the one that replaces it, and not the old one after it', async () => {
    await make();
    await approve();
    mailbox.fails = ['refused'];
    await send();
    await answer(running, 'rac', { outcome: 'noted' }, now);
    await goOn(running);
    await make();
    await approve(2);
    await send();
    await send();
    const got = (clerk: string) =>
      mailbox.sent.filter(({ to }) => to[0] === clerk).map((mail) => mail.attachments?.[0]?.filename);
    expect(CLERKS.map((clerk) => got(clerk).length).sort()).toEqual([1, 2]);
    expect(CLERKS.map((clerk) => got(clerk).at(-1))).toEqual(
      Array(2).fill('raadsinformatiebrief-main.r1-v2.pdf'),
    );
  });
});
