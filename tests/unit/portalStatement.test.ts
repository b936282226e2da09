import { beforeEach, describe, expect, test } from 'vitest';
import { createStatementStore } from '../../functions/adapters/record/statements.ts';
import type { Grant } from '../../functions/domain/access/role.ts';
import { makeStatement } from '../../functions/operations/ledger/makeStatement.ts';
import { readStatement } from '../../functions/operations/ledger/readStatement.ts';
import { CLERK } from './exampleRecord.ts';
import { type LedgerWorld, ledgerWorld } from './ledger/ledgerWorld.ts';
import { memoryForms, NOW, signedInOn } from './portalForms.ts';

const LEAD: Partial<Grant> = { role: 'lead', trajectory: 'voorbeeld' };
const PAGE = '/traject/voorbeeld/overzicht/2025-Q4';

let world: LedgerWorld;
beforeEach(async () => {
  world = await ledgerWorld();
  await world.book({});
  const { statements } = parts();
  const statement = await readStatement(world.ledger, 'voorbeeld', world.plan, '2025-Q4');
  await makeStatement(statements, 'voorbeeld', statement, undefined, NOW, CLERK);
});

const parts = () => ({ statements: createStatementStore(world.table), ledger: world.ledger });
const row = () => parts().statements.statement('voorbeeld', '2025-Q4');

function as(role: Partial<Grant> = LEAD) {
  const forms = memoryForms();
  const stores = { ...forms.stores, statements: parts().statements };
  return signedInOn(world.store, { ...forms, stores }, [role], 'P. Projectleider', parts());
}

describe('the statement of a quarter in the portal', () => {
  test('is found from the work of the project lead, read there, and approved as it was shown, once', async () => {
    const browser = await as();
    expect((await browser.open('/mijn')).html).toContain(`href="${PAGE}"`);
    const page = await browser.open(PAGE);
    expect([page.status, page.words]).toEqual([200, expect.stringContaining('€ 340.688,00')]);
    expect((await row())?.approvedAt).toBeUndefined();
    const done = await browser.send(PAGE, page.hidden);
    expect([done.status, done.words]).toEqual([200, expect.stringContaining('is goedgekeurd')]);
    expect(await row()).toMatchObject({ version: 1, approvedBy: 'P. Projectleider' });
    expect((await browser.send(PAGE, page.hidden)).words).toContain('was al goedgekeurd');
    expect((await browser.open('/mijn')).html).not.toContain(PAGE);
  });

  // Guards: approveStatement.ts: `version !== row.version`.
  test('booked since is refused and made anew; the version of before is not approved in its place', async () => {
    const browser = await as();
    const { hidden } = await browser.open(PAGE);
    await world.book({ reference: 'B-2' });
    const refused = await browser.send(PAGE, hidden);
    expect([refused.status, refused.hidden.versie]).toEqual([409, '2']);
    expect(refused.html).toContain('role="alert"');
    expect((await browser.send(PAGE, hidden)).status).toBe(409);
    expect((await row())?.approvedAt).toBeUndefined();
    expect((await browser.send(PAGE, refused.hidden)).status).toBe(200);
    expect(await row()).toMatchObject({ version: 2, approvedBy: 'P. Projectleider' });
  });

  test('is for the project lead alone; one that does not exist says so, and a form that is not ours is not read', async () => {
    for (const role of [{ role: 'administrator' }, { role: 'reader' }] as const)
      expect((await (await as(role)).open(PAGE)).status).toBe(403);
    const browser = await as({ role: 'lead' });
    for (const path of [
      PAGE.replace('Q4', 'Q3'),
      PAGE.replace('Q4', 'Q9'),
      PAGE.replace('voorbeeld', 'weg'),
    ]) {
      expect((await browser.open(path)).status).toBe(404);
      expect((await browser.send(path, { versie: '1' })).status).toBe(404);
    }
    expect((await browser.send(PAGE, { versie: 'x' })).status).toBe(400);
  });
});
