import {
  leadKey,
  type StatementPerson,
  statementMail,
  statementReference,
} from '../../domain/ledger/statement/statementMail.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { type MailView, standOf } from '../mailViews.ts';
import type { RecordStore, ReferenceData, WallClock } from '../ports.ts';
import type { LedgerStore } from './ports.ts';
import { readStatement } from './readStatement.ts';
import { statementPeople } from './statementPeople.ts';
import type { StatementStore } from './statementPorts.ts';

interface Sources {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly now: WallClock;
  readonly ledger?: Pick<LedgerStore, 'entries'>;
  readonly statements?: Pick<StatementStore, 'lastStatements'>;
}

/** A ledger is counted once for each. */
const LAST_QUARTERS = 2;

/** The mails of the last statements, sent or still to go, drawn from the ledger as it is now. */
export async function listStatementMails(sources: Sources, trajectory: Trajectory): Promise<MailView[]> {
  const { store, ledger, statements } = sources;
  if (!ledger || !statements) return [];
  const views: MailView[] = [];
  for (const row of await statements.lastStatements(trajectory.id, LAST_QUARTERS)) {
    if (row.entries === 0) continue;
    const plan = await store.plan(trajectory);
    const statement = await readStatement(ledger, trajectory.id, plan, row.quarter, row.approvedAt);
    const people = await statementPeople(sources, trajectory, plan, row);
    const lead: StatementPerson[] = row.approvedAt ? [{ key: leadKey(row), person: plan.lead }] : [];
    for (const told of [...lead, ...people]) {
      const { key } = told;
      const state = row.mails[key];
      if (row.toldAt && !state?.sentAt) continue;
      views.push({
        ...statementMail(plan, row, statement, told),
        reference: statementReference(row, key),
        kind: 'statement',
        ...standOf(trajectory, state),
      });
    }
  }
  return views;
}
