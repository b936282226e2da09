import type { Person } from '../../contacts/contact.ts';
import type { StatementWords } from '../../mails/catalogue/statementWords.ts';
import type { ComposedMail } from '../../mails/compose.ts';
import { drawFor } from '../../mails/drawFor.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Statement } from './countStatement.ts';
import { statementFile } from './statementFile.ts';
import type { StatementRow } from './statementRow.ts';
import { statementText } from './statementText.ts';

/** Whom a statement is told, and under which key of its row the mail is kept. */
export interface StatementPerson {
  readonly key: string;
  readonly person: Person;
}

/** To the project lead, who approves it before anybody else has it. */
export const leadKey = ({ version }: Pick<StatementRow, 'version'>) => `lead-${version}`;

/** `visietraject/statement-2026-Q1/lead-1` */
export function statementReference({ trajectory, quarter }: StatementRow, key: string): string {
  return `${trajectory}/statement-${quarter}/${key}`;
}

/** The mail of a statement: to the lead for approval, or to one who answers for a college. */
export function statementMail(
  plan: Plan,
  row: StatementRow,
  statement: Statement,
  { key, person }: StatementPerson,
): ComposedMail {
  const { trajectory } = row;
  const forApproval = key === leadKey(row);
  const attachments = statementFile(trajectory, statement);
  const drawn = drawFor([person], plan, statementReference(row, key), (words) =>
    statementText(words, plan, statement, {
      opening: openingOf(words.statement, plan, row, forApproval),
      forApproval,
    }),
  );
  return { ...drawn, ...(attachments.length > 0 && { attachments }) };
}

function openingOf(
  texts: StatementWords,
  plan: Plan,
  { trajectory, quarter, version, approvedBy }: StatementRow,
  forApproval: boolean,
): string[] {
  if (!forApproval) return [texts.approvedBy(approvedBy ?? plan.lead.name)];
  return [
    texts.approve(`besluitketen ledger statement ${trajectory} --quarter ${quarter} --approve`),
    ...(version > 1 ? [texts.newVersion] : []),
  ];
}
