import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { Statement } from '../../domain/ledger/statement/countStatement.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { StatementStore } from './statementPorts.ts';

/** Puts down that a statement was made, the first or one after `before`; false when another was first. */
export async function makeStatement(
  statements: StatementStore,
  trajectory: string,
  { quarter, digest, entries }: Statement,
  before: StatementRow | undefined,
  at: string,
  by: RecordedBy,
): Promise<StatementRow | undefined> {
  const version = (before?.version ?? 0) + 1;
  const row: StatementRow = {
    kind: 'ledger-statement',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    quarter,
    version,
    digest,
    entries,
    madeAt: at,
    mails: before?.mails ?? {},
    lastWrite: 'statement-made',
  };
  const details = { version, digest, entries };
  const audit = auditEntry({ trajectory, at, what: 'statement-made', subject: quarter, ...by, details });
  return (await statements.writeStatement(row, audit)) ? row : undefined;
}
