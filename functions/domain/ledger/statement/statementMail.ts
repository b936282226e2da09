import type { ComposedMail } from '../../mails/compose.ts';
import { drawMail } from '../../mails/layout.ts';
import type { Plan } from '../../plan/schema.ts';
import type { Statement } from './countStatement.ts';
import { statementFile } from './statementFile.ts';
import type { StatementRow } from './statementRow.ts';
import { statementText } from './statementText.ts';

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
  key: string,
  to: string,
): ComposedMail {
  const { trajectory, quarter, version, approvedBy } = row;
  const forApproval = key === leadKey(row);
  const command = `besluitketen ledger statement ${trajectory} --quarter ${quarter} --approve`;
  const opening = forApproval
    ? [
        `Keur dit overzicht goed voordat het naar de colleges gaat, met: ${command}`,
        ...(version > 1
          ? [
              'Dit is een nieuwe versie: er is geboekt sinds de vorige werd gemaakt. De vorige kan niet meer worden goedgekeurd.',
            ]
          : []),
      ]
    : [`Vastgesteld namens de projectleiding door ${approvedBy ?? plan.lead.name}.`];
  const told = statementText(plan, statement, { opening });
  const attachments = statementFile(trajectory, statement);
  return {
    to: [to],
    replyTo: plan.lead.mail,
    ...drawMail({
      ...told,
      subject: forApproval ? `Ter goedkeuring: ${told.subject}` : told.subject,
      reference: statementReference(row, key),
    }),
    ...(attachments.length > 0 && { attachments }),
  };
}
