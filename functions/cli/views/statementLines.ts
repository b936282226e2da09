import { statementText } from '../../domain/ledger/statement/statementText.ts';
import { catalogueOf } from '../../domain/mails/catalogue/catalogueOf.ts';
import type { ShownStatement, StatementStatus } from '../../operations/ledger/showStatement.ts';

/** A statement as its readers get it, and what can be done with it. */
export function statementLines(
  trajectory: string,
  { plan, statement, row, status }: ShownStatement,
): string[] {
  const { heading, paragraphs, facts, list } = statementText(catalogueOf('nl'), plan, statement, {
    whole: status !== 'provisional',
  });
  const approve = `besluitketen ledger statement ${trajectory} --quarter ${statement.quarter} --approve`;
  const STANDS: Readonly<Record<StatementStatus, string>> = {
    provisional: 'Het wordt gemaakt op de eerste werkdag na het kwartaal.',
    'not-made': 'Het is nog niet gemaakt; dat doet de dagelijkse ronde.',
    'to-approve': `Versie ${row?.version}, wacht op goedkeuring: ${approve}`,
    changed: `Er is geboekt sinds versie ${row?.version} werd gemaakt; bij goedkeuren wordt eerst een nieuwe versie gemaakt: ${approve}`,
    approved: `Goedgekeurd door ${row?.approvedBy}; nog niet elk college heeft het.`,
    sent: `Goedgekeurd door ${row?.approvedBy} en aan de colleges gestuurd.`,
  };
  return [
    heading,
    '',
    ...paragraphs,
    '',
    ...facts.map(([label, value]) => `${label}: ${value}`),
    '',
    ...(list ? [`${list.title}:`, ...list.items.map((item) => `- ${item}`), ''] : []),
    STANDS[status],
  ];
}
