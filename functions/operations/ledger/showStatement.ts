import type { Statement } from '../../domain/ledger/statement/countStatement.ts';
import { daysOfQuarter } from '../../domain/ledger/statement/quarters.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { todayOf } from '../../domain/todayOf.ts';
import { knownTrajectory } from '../lookUp.ts';
import { readStatement } from './readStatement.ts';
import type { StatementSources } from './statementPorts.ts';

/** `provisional`: its quarter is not over. `not-made`: the watch has not come to it. */
export type StatementStatus = 'provisional' | 'not-made' | 'to-approve' | 'changed' | 'approved' | 'sent';

export interface ShownStatement {
  readonly plan: Plan;
  readonly statement: Statement;
  readonly row: StatementRow | undefined;
  readonly status: StatementStatus;
}

/** The statement of a quarter as the ledger has it now, and what became of it. Writes nothing. */
export async function showStatement(
  { store, ledger, statements }: StatementSources,
  id: string,
  quarter: string,
  now: string,
): Promise<ShownStatement> {
  const trajectory = await knownTrajectory(store, id);
  const plan = await store.plan(trajectory);
  const [statement, row] = await Promise.all([
    readStatement(ledger, id, plan, quarter),
    statements.statement(id, quarter),
  ]);
  const isOver = daysOfQuarter(quarter).until < todayOf(trajectory, now);
  return { plan, statement, row, status: statusOf(row, statement, isOver) };
}

function statusOf(row: StatementRow | undefined, { digest }: Statement, isOver: boolean): StatementStatus {
  if (!row) return isOver ? 'not-made' : 'provisional';
  if (row.toldAt) return 'sent';
  if (row.approvedAt) return 'approved';
  return row.digest === digest ? 'to-approve' : 'changed';
}
