import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { Refusal } from '../../domain/refusal.ts';
import { knownPlan } from '../lookUp.ts';
import { makeStatement } from './makeStatement.ts';
import { readStatement } from './readStatement.ts';
import type { StatementSources } from './statementPorts.ts';

/**
 * Lets a quarter's statement go to the colleges, as it was made and no other: when entries of it have changed since, a
 * new one is made for the project lead to look at, and this refuses with STATEMENT_CHANGED. Again: no change. Refuses
 * UNKNOWN_STATEMENT and UNKNOWN_TRAJECTORY too.
 */
export async function approveStatement(
  deps: StatementSources,
  trajectory: string,
  quarter: string,
  at: string,
  by: RecordedBy,
  /** The version that was looked at; absent: the newest. */
  version?: number,
): Promise<{ readonly row: StatementRow; readonly changed: boolean }> {
  const { store, ledger, statements } = deps;
  const plan = await knownPlan(store, trajectory);
  const row = await statements.statement(trajectory, quarter);
  if (!row || row.entries === 0)
    throw new Refusal(
      'UNKNOWN_STATEMENT',
      `Er is geen overzicht van ${quarter} om goed te keuren; de dagelijkse ronde maakt het op de eerste werkdag na het kwartaal.`,
    );
  if (version !== undefined && version !== row.version)
    throw new Refusal(
      'STATEMENT_CHANGED',
      `Versie ${version} van het overzicht van ${quarter} is niet meer de nieuwste, dus er is niets goedgekeurd. Bekijk versie ${row.version} en keur die goed.`,
    );
  if (row.approvedAt) return { row, changed: false };
  const now = await readStatement(ledger, trajectory, plan, quarter);
  if (now.digest !== row.digest) {
    await makeStatement(statements, trajectory, now, row, at, by);
    throw new Refusal(
      'STATEMENT_CHANGED',
      `Er is geboekt sinds het overzicht van ${quarter} werd gemaakt, dus het is niet goedgekeurd; er is een nieuwe versie gemaakt, die de projectleider krijgt. Bekijk die en keur haar goed.`,
    );
  }
  const details = { version: row.version, digest: row.digest };
  const audit = auditEntry({ trajectory, at, what: 'statement-approved', subject: quarter, ...by, details });
  if (await statements.approveStatement(row, by.by, at, audit))
    return { row: { ...row, approvedAt: at, approvedBy: by.by }, changed: true };
  // Another approved it, or made it anew, at the same moment.
  return approveStatement(deps, trajectory, quarter, at, by, version);
}
