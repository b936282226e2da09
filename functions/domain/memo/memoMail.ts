import type { ComposedMail } from '../mails/compose.ts';
import { drawMail } from '../mails/layout.ts';
import { footer } from '../mails/texts/told.ts';
import type { Plan } from '../plan/schema.ts';
import { drawMemo } from './drawMemo.ts';
import type { MemoRow } from './memoRow.ts';

/** `visietraject/memo-process-proposal.r1-2/council-1a2b3c4d` */
export function memoReference({ trajectory, round, version }: MemoRow, key: string): string {
  return `${trajectory}/memo-${round}-${version}/${key}`;
}

/** To the clerk of a council: the memo that was approved, as a file to put before the council. */
export function memoMail(plan: Plan, row: MemoRow, key: string, to: string): ComposedMail {
  const { memo, round, version, approvedBy } = row;
  return {
    to: [to],
    replyTo: plan.lead.mail,
    ...drawMail({
      subject: `Raadsinformatiebrief: ${memo.subject}`,
      heading: 'Raadsinformatiebrief',
      paragraphs: [
        `In de bijlage staat een raadsinformatiebrief over "${memo.subject}", om aan de raad voor te leggen.`,
        ...(version > 1 ? ['Zij vervangt wat u hierover eerder kreeg.'] : []),
      ],
      facts: [
        ['Vastgesteld door', approvedBy ?? plan.lead.name],
        ['Ronde', round],
      ],
      footer: footer(plan),
      reference: memoReference(row, key),
    }),
    attachments: [
      {
        filename: `raadsinformatiebrief-${round}-v${version}.html`,
        contentType: 'text/html; charset=utf-8',
        content: drawMemo(memo, row),
      },
    ],
  };
}
