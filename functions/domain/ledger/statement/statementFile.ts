import type { MailAttachment } from '../../mails/mailMatter.ts';
import { plainAmount } from '../euros.ts';
import { csvLine, fileStart } from '../export/csvText.ts';
import { exportHeader, exportLine } from '../export/exportLines.ts';
import type { Statement } from './countStatement.ts';
import { daysOfQuarter } from './quarters.ts';

const DUTCH = { dutch: true };

/**
 * What goes with a statement: for each municipality where it stood, and every part of the quarter's entries, in the
 * columns of an export. Together they are the stand at the end, so that every figure can be counted again.
 */
export function statementFile(trajectory: string, statement: Statement): readonly MailAttachment[] {
  const { quarter, attached, municipalities } = statement;
  if (!attached) return [];
  const openings = [...municipalities].flatMap(([code, { before }]) => [
    openingLine(quarter, code, 'bijdrage', before.received),
    openingLine(quarter, code, 'verplichting', before.committed),
    openingLine(quarter, code, 'uitgave', before.spent),
  ]);
  const lines = attached.map(({ entry, part }) => exportLine(entry, part, DUTCH));
  return [
    {
      filename: `${trajectory}-${quarter}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: [fileStart(DUTCH), exportHeader(DUTCH), ...openings, ...lines].join(''),
    },
  ];
}

/** In the columns of `exportLine`; the VAT of what was before is in the files of earlier quarters. */
function openingLine(quarter: string, code: string, counts: string, cents: number): string {
  const { from } = daysOfQuarter(quarter);
  const money = plainAmount(cents, true);
  return csvLine(
    [
      '',
      'beginstand',
      counts,
      from,
      from.slice(0, 4),
      'Stand bij het begin van het kwartaal',
      '',
      '',
      '',
      code,
      String(cents),
      money,
      '',
      '',
      '',
    ],
    DUTCH,
  );
}
