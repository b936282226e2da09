import { type Statement, statementCount } from '../../domain/ledger/statement/countStatement.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { LedgerStore } from './ports.ts';

/** The statement of a quarter, counted from the entries page by page; `until`: only of what was booked by then. */
export async function readStatement(
  ledger: Pick<LedgerStore, 'entries'>,
  trajectory: string,
  plan: Plan,
  quarter: string,
  until?: string,
): Promise<Statement> {
  const codes = plan.participants.map(({ code }) => code);
  const count = statementCount(quarter, codes);
  for await (const page of ledger.entries(trajectory))
    for (const entry of page) if (until === undefined || entry.bookedAt <= until) count.add(entry);
  return count.statement();
}
