import { createLedgerStore } from '../../../functions/adapters/record/ledger.ts';
import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { bookEntry } from '../../../functions/operations/ledger/bookEntry.ts';
import type { LedgerStore } from '../../../functions/operations/ledger/ports.ts';
import type { RecordStore } from '../../../functions/operations/ports.ts';
import { CLERK, examplePlan, LATER, started } from '../exampleRecord.ts';
import { createMemoryTable, type MemoryTable } from '../memoryTable.ts';

/** The budget of the example's two municipalities, and a ledger in memory through the adapter itself. */
export interface LedgerWorld {
  readonly store: RecordStore;
  readonly table: MemoryTable;
  readonly ledger: LedgerStore;
  readonly plan: Plan;
  book(order: Partial<BookingOrder>): ReturnType<typeof bookEntry>;
}

export async function ledgerWorld(budget: Plan['budget'] = {}): Promise<LedgerWorld> {
  const plan = { ...examplePlan(), budget };
  const { store } = await started(plan);
  const table = createMemoryTable();
  const ledger = createLedgerStore(table);
  const book = (order: Partial<BookingOrder>) =>
    bookEntry({ store, ledger }, plan.id, orderOf(order), LATER, CLERK);
  return { store, table, ledger, plan, book };
}

export function orderOf(order: Partial<BookingOrder>): BookingOrder {
  return {
    type: 'allocation',
    reference: 'B-1',
    amount: 34_068_800,
    date: '2025-12-15',
    year: 2025,
    description: 'Impulsbudget',
    ...order,
  };
}
