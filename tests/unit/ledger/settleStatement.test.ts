import { beforeEach, describe, expect, test } from 'vitest';
import { recordMailWrites } from '../../../functions/adapters/record/mailWrites.ts';
import { createStatementStore } from '../../../functions/adapters/record/statements.ts';
import { auditEntry } from '../../../functions/domain/audit.ts';
import { approveStatement } from '../../../functions/operations/ledger/approveStatement.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { listStatementMails } from '../../../functions/operations/ledger/listStatementMails.ts';
import { settleStatement } from '../../../functions/operations/ledger/settleStatement.ts';
import { showStatement } from '../../../functions/operations/ledger/showStatement.ts';
import { CLERK, createMailbox, LATER, type Mailbox } from '../exampleRecord.ts';
import { createMemoryReferenceData } from '../memoryReferenceData.ts';
import { type LedgerWorld, ledgerWorld, orderOf } from './ledgerWorld.ts';

const BEFORE = '2025-12-31T08:00:00.000Z';
const DUE = '2026-01-02T08:00:00.000Z';
/** After the bookings of these tests, which are booked at `LATER`. */
const NOW = '2026-02-10T09:00:00.000Z';

let world: LedgerWorld;
let mailbox: Mailbox;
let now: string;
let id: string;
async function settle(at = DUE) {
  return settleStatement(deps(), (await world.store.trajectory(id))!, at);
}
function deps() {
  const statements = createStatementStore(world.table);
  const store = { ...world.store, ...recordMailWrites(world.table) };
  return {
    ...world,
    store,
    statements,
    reference: createMemoryReferenceData(),
    sender: mailbox,
    now: () => now,
  };
}
const approve = (quarter = '2025-Q4') => approveStatement(deps(), id, quarter, now, CLERK);
const shown = async (quarter = '2025-Q4') => (await showStatement(deps(), id, quarter, now)).status;
const sentTo = () => mailbox.sent.map(({ to }) => to[0]);

beforeEach(async () => {
  world = await ledgerWorld();
  mailbox = createMailbox();
  now = NOW;
  id = world.plan.id;
});

describe('the statement of a quarter', () => {
  test('goes to the project lead on the first working day after it, once, with everything in a file', async () => {
    await world.book({});
    expect(await settle(BEFORE)).toMatchObject({ sent: 0 });
    expect(mailbox.sent).toEqual([]);
    expect(await settle()).toMatchObject({ sent: 1, failed: 0 });
    expect(await settle()).toMatchObject({ sent: 0 });
    expect(await settle('2026-01-05T08:00:00.000Z')).toMatchObject({ sent: 0 });
    const [mail] = mailbox.sent;
    expect(sentTo()).toEqual(['lead@regio.example']);
    expect(mail?.subject).toContain('Ter goedkeuring');
    expect(mail?.text).toContain('€ 340.688,00 (B-1)');
    expect(mail?.text).toContain(`besluitketen ledger statement ${id} --quarter 2025-Q4 --approve`);
    expect(mail?.attachments?.map(({ filename }) => filename)).toEqual([`${id}-2025-Q4.csv`]);
    expect(await shown()).toBe('to-approve');
  });

  test('goes to nobody else before it is approved, and then to each college once', async () => {
    await world.book({});
    await settle();
    expect(await approve()).toMatchObject({ changed: true });
    expect(await approve()).toMatchObject({ changed: false });
    expect(mailbox.sent).toHaveLength(1);
    await settle();
    await settle();
    expect(sentTo()).toEqual(['lead@regio.example', 'college@aa.example', 'college@bee.example']);
    expect(mailbox.sent[1]?.text).not.toContain('--approve');
    expect(await shown()).toBe('sent');
    const audit = world.table.rows().filter(({ what }) => String(what).startsWith('statement'));
    expect(audit.map(({ what, by }) => [what, by])).toEqual(
      expect.arrayContaining([
        ['statement-made', 'Besluitketen'],
        ['statement-approved', 'griffier'],
      ]),
    );
    expect(audit).toHaveLength(2);
  });

  test('is not approved when its entries have changed: the lead gets another version, to approve anew', async () => {
    await world.book({});
    await settle();
    await world.book({ reference: 'B-2', amount: 1 });
    expect(await shown()).toBe('changed');
    await expect(approve()).rejects.toMatchObject({ code: 'STATEMENT_CHANGED' });
    await settle();
    expect(sentTo()).toEqual(['lead@regio.example', 'lead@regio.example']);
    expect(mailbox.sent[1]?.text).toContain('nieuwe versie');
    await approve();
    await settle();
    expect(mailbox.sent.slice(2).every(({ text }) => text.includes('€ 340.688,01 (B-1, B-2)'))).toBe(true);
    expect(mailbox.sent).toHaveLength(4);
  });

  test('is sent as it was approved, whatever is booked afterwards', async () => {
    await world.book({});
    await settle();
    await approve();
    const late = orderOf({ reference: 'B-2', amount: 1 });
    await bookEntry(world, id, late, '2026-02-10T09:00:00.001Z', CLERK);
    expect(await settle()).toMatchObject({ sent: 2 });
    expect(mailbox.sent[1]?.text).toMatch(/^Ontvangen: +€ 340\.688,00 \(B-1\)$/m);
  });

  test('that cannot be told any more as it was approved is sent to nobody, and a person is told', async () => {
    await world.book({});
    await settle();
    await approve();
    // As an import that began before the approval and was switched after it.
    await world.book({ reference: 'B-2', amount: 1 });
    expect(await settle()).toMatchObject({
      sent: 0,
      failures: [expect.stringContaining('niet meer uit de boekingen')],
    });
    expect(sentTo()).toEqual(['lead@regio.example']);
  });

  test('that a mail service refuses is tried again, and told as what it is', async () => {
    await world.book({});
    mailbox.fails.push('refused');
    expect(await settle()).toMatchObject({
      sent: 0,
      failed: 1,
      failures: [expect.stringMatching(/^voorbeeld\/statement-2025-Q4\/lead-1: /)],
    });
    expect(await settle()).toMatchObject({ sent: 1, failed: 0 });
    await approve();
    mailbox.fails.push('refused');
    expect(await settle()).toMatchObject({ sent: 1, failed: 1 });
    expect(await shown()).toBe('approved');
    expect(await settle()).toMatchObject({ sent: 1, failed: 0 });
    expect(sentTo().sort()).toEqual(['college@aa.example', 'college@bee.example', 'lead@regio.example']);
  });

  test('without an entry is nobody’s, and of a trajectory without money nothing is written', async () => {
    await settle();
    expect(world.table.rows()).toEqual([]);
    await world.book({ date: '2026-01-15' });
    expect(await settle()).toMatchObject({ sent: 0 });
    expect(mailbox.sent).toEqual([]);
    await expect(approve()).rejects.toMatchObject({ code: 'UNKNOWN_STATEMENT' });
    await expect(approve('2026-Q1')).rejects.toMatchObject({ code: 'UNKNOWN_STATEMENT' });
    expect(await shown('2026-Q1')).toBe('provisional');
  });

  test('stays approved by whoever was first, and is not made anew after it', async () => {
    await world.book({});
    await settle();
    const { statements } = deps();
    const row = (await statements.statement(id, '2025-Q4'))!;
    const audit = (at: string) =>
      auditEntry({
        trajectory: id,
        at,
        what: 'statement-approved',
        subject: '2025-Q4',
        ...CLERK,
        details: {},
      });
    expect(await statements.approveStatement(row, 'eerste', NOW, audit(NOW))).toBe(true);
    expect(await statements.approveStatement(row, 'tweede', LATER, audit(LATER))).toBe(false);
    expect(await statements.writeStatement({ ...row, version: 2 }, audit(DUE))).toBe(false);
    expect(await statements.statement(id, '2025-Q4')).toMatchObject({ version: 1, approvedBy: 'eerste' });
  });

  test('is listed with the other mails, sent or still to go', async () => {
    await world.book({});
    await settle();
    const listed = async () =>
      (await listStatementMails(deps(), (await world.store.trajectory(id))!)).map(
        ({ to, status }) => `${to[0]} ${status}`,
      );
    expect(await listed()).toEqual(['lead@regio.example sent']);
    await approve();
    const toLead = 'lead@regio.example sent';
    expect(await listed()).toEqual([toLead, 'college@aa.example to-send', 'college@bee.example to-send']);
    await settle();
    expect(await listed()).toEqual([toLead, 'college@aa.example sent', 'college@bee.example sent']);
  });

  test('is made when something is booked in its quarter later, also where there was nothing to tell at first', async () => {
    await world.book({ reference: 'B-2', date: '2026-01-02' });
    expect(await settle()).toMatchObject({ sent: 0 });
    // Received in December, booked in January.
    await world.book({});
    expect(await settle('2026-01-05T08:00:00.000Z')).toMatchObject({ sent: 1 });
    expect(mailbox.sent[0]?.text).toContain('€ 340.688,00 (B-1)');
    await approve();
    expect(await settle('2026-01-06T08:00:00.000Z')).toMatchObject({ sent: 2 });
    expect(await settle('2026-01-07T08:00:00.000Z')).toMatchObject({ sent: 0 });
  });

  test('approved twice at once is approved once', async () => {
    await world.book({});
    await settle();
    const results = await Promise.all([approve(), approve()]);
    expect(results.map(({ changed }) => changed).sort()).toEqual([false, true]);
  });
});
