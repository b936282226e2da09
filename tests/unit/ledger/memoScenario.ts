import { readFileSync } from 'node:fs';
import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import { addDays, atTime } from '../../../functions/domain/calendar/days.ts';
import { euros } from '../../../functions/domain/ledger/euros.ts';
import { readPlan } from '../../../functions/domain/plan/readPlan.ts';
import type { Flag } from '../../../functions/domain/trajectory.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import { settleBudgetFlags } from '../../../functions/operations/ledger/settleBudgetFlags.ts';
import { CLERK, started } from '../exampleRecord.ts';
import { createMemoryTable } from '../memoryTable.ts';
import { orderOf } from './ledgerWorld.ts';

const read = readPlan(
  readFileSync(new URL('../../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8'),
);
if (!('plan' in read)) throw new Error(JSON.stringify(read.mistakes));
export const MEMO_PLAN = read.plan;

const paid = (number: number, date: string) =>
  orderOf({
    type: 'expenditure',
    reference: `F-${number}`,
    commitment: 'V-1',
    amount: 3_000_000,
    date,
    year: 2026,
  });

/** The scenario of the memo: one contribution, one tender that is paid in quarters, and nothing else. */
const BOOKINGS = [
  orderOf({ reference: 'B-2025', amount: 34_068_800, date: '2025-12-15', year: 2025 }),
  orderOf({
    type: 'commitment',
    reference: 'V-1',
    amount: 12_000_000,
    date: '2026-02-16',
    year: 2026,
    milestone: 'tender-guidance',
    until: '2026-12-31',
  }),
  paid(1, '2026-03-16'),
  paid(2, '2026-06-15'),
  paid(3, '2026-09-15'),
  paid(4, '2026-12-15'),
];

/** What a controller saw happen to a flag on a morning, as docs/budget.md writes it. */
export type Seen = readonly [day: string, what: string, flag: string, subject: string, amount: string];

/** Plays the scenario morning by morning: the watch at half past seven, bookings in the course of the day. */
export async function playMemoScenario(from: string, until: string): Promise<Seen[]> {
  const { store } = await started(MEMO_PLAN);
  const ledger = createLedgerStore(createMemoryTable());
  const trajectory = (await store.trajectory(MEMO_PLAN.id))!;
  const seen: Seen[] = [];
  let before: Flag[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    await settleBudgetFlags({ store, ledger }, trajectory, MEMO_PLAN, day, atTime(day, '07:30'));
    const now = await store.openFlags(trajectory.id);
    seen.push(...changes(day, before, now));
    before = now;
    for (const order of BOOKINGS.filter(({ date }) => date === day))
      await bookEntry({ store, ledger }, trajectory.id, order, atTime(day, '10:00'), CLERK);
  }
  return seen;
}

function changes(day: string, before: readonly Flag[], now: readonly Flag[]): Seen[] {
  const same = (a: Flag) => (b: Flag) => a.flag === b.flag && a.subject === b.subject;
  const line = (what: string, { flag, subject, amount = 0 }: Flag): Seen => [
    day,
    what,
    flag,
    subject,
    euros(amount),
  ];
  return [
    ...before.filter((flag) => !now.some(same(flag))).map((flag) => line('resolved', flag)),
    ...now.flatMap((flag) => {
      const stood = before.find(same(flag));
      if (!stood) return [line('raised', flag)];
      return stood.reason === flag.reason ? [] : [line('reworded', flag)];
    }),
  ];
}
