import { dayOf } from '../../domain/calendar/days.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { Statement } from '../../domain/ledger/statement/countStatement.ts';
import { quarterToTell } from '../../domain/ledger/statement/quarters.ts';
import {
  type StatementPerson,
  statementMail,
  statementReference,
} from '../../domain/ledger/statement/statementMail.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { RecordStore, ReferenceData } from '../ports.ts';
import type { NoticeRun } from '../replanNotices.ts';
import { type MailDependencies, sendClaimedMail } from '../sendClaimedMail.ts';
import { makeStatement } from './makeStatement.ts';
import type { LedgerStore } from './ports.ts';
import { readStatement } from './readStatement.ts';
import { statementPeople } from './statementPeople.ts';
import { LAST_QUARTERS, type StatementStore } from './statementPorts.ts';

export interface StatementDependencies extends MailDependencies {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly ledger: Pick<LedgerStore, 'head' | 'entries'>;
  readonly statements: StatementStore;
}

const WATCH: RecordedBy = { by: 'Besluitketen', via: 'watch' };

/**
 * Makes the statement of the last quarter, from the first working day after it on, and sends what statements owe. Of a
 * trajectory without a booking nothing more than its balances is read.
 */
export async function settleStatement(
  deps: StatementDependencies,
  trajectory: Trajectory,
  at: string,
): Promise<NoticeRun> {
  const { store, ledger, statements } = deps;
  const { id } = trajectory;
  if ((await ledger.head(id)).version === 0) return { sent: 0, failed: 0, failures: [] };
  const quarter = quarterToTell(dayOf(at));
  const made = await statements.statement(id, quarter);
  // There was nothing to tell: something may have been booked since, which nobody would hear of otherwise.
  if (!made || made.entries === 0) {
    const statement = await readStatement(ledger, id, await store.plan(trajectory), quarter);
    if (statement.entries !== made?.entries) await makeStatement(statements, id, statement, made, at, WATCH);
  }
  return sendStatements(deps, trajectory);
}

/** Sends what the last statements owe: to the lead for approval, and once approved to each college. */
export async function sendStatements(
  deps: StatementDependencies,
  trajectory: Trajectory,
): Promise<NoticeRun> {
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  for (const row of await deps.statements.lastStatements(trajectory.id, LAST_QUARTERS)) {
    if (row.toldAt || row.entries === 0) continue;
    const plan = await deps.store.plan(trajectory);
    const people = await statementPeople(deps, trajectory, plan, row);
    const owed = people.filter(({ key }) => !row.mails[key]?.sentAt);
    const gone = owed.length === 0 || (await sendTo(deps, trajectory, plan, row, owed, run));
    if (row.approvedAt && gone) await deps.statements.markStatementTold(row, deps.now());
  }
  return run;
}

/** Whether all of them have it now. */
async function sendTo(
  deps: StatementDependencies,
  trajectory: Trajectory,
  plan: Plan,
  row: StatementRow,
  owed: readonly StatementPerson[],
  run: { sent: number; failed: number; failures: string[] },
): Promise<boolean> {
  const failed = (key: string, why: string) => {
    run.failures.push(`${statementReference(row, key)}: ${why}`);
  };
  const { statement, now } = await asMade(deps, plan, row);
  if (!statement) {
    // The lead looks at what the ledger says; what was approved is never sent as something else.
    if (!row.approvedAt) await makeStatement(deps.statements, row.trajectory, now, row, deps.now(), WATCH);
    else
      failed(
        'colleges',
        `het goedgekeurde overzicht van ${row.quarter} is niet meer uit de boekingen op te maken en dus niet verzonden. Waarschuw de beheerder.`,
      );
    return false;
  }
  let gone = true;
  for (const told of owed) {
    const { key } = told;
    const owner = { trajectory: trajectory.id, statement: row.quarter };
    const before = row.mails[key];
    const result = await sendClaimedMail(
      deps,
      'statement',
      [{ owner, key, before }],
      () => statementMail(plan, row, statement, told),
      [told.person.mail],
    );
    if (result === 'sent') run.sent++;
    else gone = false;
    if (result === 'failed') run.failed++;
    if (result === 'failed' || (result === 'left' && before?.error))
      failed(
        key,
        'het overzicht van het budget is niet verzonden. Controleer het adres; het wordt elke dag opnieuw geprobeerd.',
      );
  }
  return gone;
}

/** The statement of the very entries it was made of, if it still can be told from the ledger; and as it is now. */
async function asMade(
  { ledger }: StatementDependencies,
  plan: Plan,
  { trajectory, quarter, digest, approvedAt }: StatementRow,
): Promise<{ readonly statement: Statement | undefined; readonly now: Statement }> {
  const now = await readStatement(ledger, trajectory, plan, quarter);
  if (now.digest === digest || !approvedAt)
    return { statement: now.digest === digest ? now : undefined, now };
  const then = await readStatement(ledger, trajectory, plan, quarter, approvedAt);
  return { statement: then.digest === digest ? then : undefined, now };
}
