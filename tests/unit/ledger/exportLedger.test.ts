import { beforeEach, describe, expect, test } from 'vitest';
import { exportLedger } from '../../../functions/operations/ledger/exportLedger.ts';
import { readBalances, readEntries } from '../../../functions/operations/ledger/readBalances.ts';
import { type LedgerWorld, ledgerWorld } from './ledgerWorld.ts';

let world: LedgerWorld;
let files: Map<string, string>;
const append = (file: string, text: string) => {
  files.set(file, `${files.get(file) ?? ''}${text}`);
};
const exported = (order: { municipality?: string; year?: number } = {}) =>
  exportLedger(world, { trajectory: world.plan.id, dutch: false, ...order }, append);

beforeEach(async () => {
  world = await ledgerWorld();
  files = new Map();
  await world.book({ amount: 34_068_801 });
  await world.book({
    type: 'commitment',
    reference: 'V-1',
    amount: 1_001,
    date: '2026-02-01',
    year: 2026,
    milestone: 'prepare',
  });
  await world.book({
    type: 'expenditure',
    reference: 'F-1',
    commitment: 'V-1',
    amount: 333,
    vat: 58,
    date: '2026-03-31',
    year: 2026,
  });
});

describe('an export', () => {
  test('is a file for each municipality and year, which add up to the balances', async () => {
    const totals = await exported();
    expect(totals.map(({ file, lines }) => [file, lines])).toEqual([
      ['voorbeeld-GM0001-2025.csv', 1],
      ['voorbeeld-GM0002-2025.csv', 1],
      ['voorbeeld-GM0001-2026.csv', 2],
      ['voorbeeld-GM0002-2026.csv', 2],
    ]);
    const { total } = await readBalances(world, world.plan.id, undefined);
    const sum = (name: 'received' | 'committed' | 'spent') =>
      totals.reduce((all, { sums }) => all + sums[name], 0);
    expect([sum('received'), sum('committed'), sum('spent')]).toEqual([
      total.received,
      total.committed,
      total.spent,
    ]);
    for (const { file, lines } of totals) expect(files.get(file)?.split('\r\n')).toHaveLength(lines + 2);
  });

  test('of one municipality and one year is that file, also when nothing was booked', async () => {
    expect((await exported({ municipality: 'GM0002', year: 2026 })).map(({ file }) => file)).toEqual([
      'voorbeeld-GM0002-2026.csv',
    ]);
    const [empty] = await exported({ municipality: 'GM0001', year: 2027 });
    expect(empty).toMatchObject({ file: 'voorbeeld-GM0001-2027.csv', lines: 0 });
    await expect(exported({ municipality: 'GM9999' })).rejects.toMatchObject({
      code: 'UNKNOWN_MUNICIPALITY',
    });
  });

  test('while somebody books is refused: its files would not add up', async () => {
    const { entries } = world.ledger;
    const ledger = {
      ...world.ledger,
      entries: async function* (trajectory: string) {
        yield* entries(trajectory);
        await world.book({ reference: 'B-9', amount: 1 });
      },
    };
    await expect(
      exportLedger({ ...world, ledger }, { trajectory: world.plan.id, dutch: false }, append),
    ).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

test('balances of one year are of that year alone, with what each milestone costs', async () => {
  expect(await readBalances(world, world.plan.id, 2026)).toMatchObject({
    total: { received: 0, committed: 1_001, spent: 333, open: 668 },
    years: [{ year: 2026, municipalities: { GM0001: { committed: 501 }, GM0002: { committed: 500 } } }],
    milestones: [{ id: 'prepare', budget: null, committed: 1_001, spent: 0, left: null }],
  });
  expect((await readEntries(world.ledger, world.plan.id, 2026)).map(({ reference }) => reference)).toEqual([
    'V-1',
    'F-1',
  ]);
});

test('who has left the plan still has its files and its part: all parts add up to the ledger', async () => {
  const [first] = world.plan.participants;
  const plan = { ...world.plan, participants: [first!] };
  world = { ...world, store: { ...world.store, plan: async () => plan } };
  const balances = await readBalances(world, plan.id, undefined);
  for (const of of ['received', 'committed', 'spent'] as const)
    expect(balances.municipalities.reduce((sum, each) => sum + each[of], 0)).toBe(balances.total[of]);
  expect((await exported({ municipality: 'GM0002' })).map(({ lines }) => lines)).toEqual([1, 2]);
});
