import type { Person } from '../contacts/contact.ts';
import type { ComposedMail } from '../mails/compose.ts';
import { drawFor } from '../mails/drawFor.ts';
import type { Plan } from '../plan/schema.ts';
import { drawMemo } from './drawMemo.ts';
import { memoFileName } from './memoParts.ts';
import type { MemoRow } from './memoRow.ts';

/** `visietraject/memo-process-proposal.r1-2/council-1a2b3c4d` */
export function memoReference({ trajectory, round, version }: MemoRow, key: string): string {
  return `${trajectory}/memo-${round}-${version}/${key}`;
}

/** To the clerk of a council: the memo that was approved, as PDF to put before the council and as HTML for whoever reads that better. Without the PDF where it is only listed. */
export function memoMail(
  plan: Plan,
  row: MemoRow,
  pdf: Uint8Array | undefined,
  key: string,
  person: Person,
): ComposedMail {
  const { memo, round, version, approvedBy } = row;
  const drawn = drawFor([person], plan, memoReference(row, key), ({ memo: texts, field, labels }) => {
    const intro = texts.intro(memo.subject);
    return {
      subject: texts.subject({
        councils: memo.councils.join(', '),
        about: memo.subject,
        on: field.day(memo.day),
      }),
      preheader: intro,
      heading: texts.heading,
      paragraphs: [intro, ...(version > 1 ? [texts.replaces] : [])],
      facts: [
        [labels.approvedBy, approvedBy ?? plan.lead.name],
        [labels.round, round],
      ],
    };
  });
  const attachments = [
    ...(pdf
      ? [{ filename: memoFileName(round, version, 'pdf'), contentType: 'application/pdf', content: pdf }]
      : []),
    {
      filename: memoFileName(round, version, 'html'),
      contentType: 'text/html; charset=utf-8',
      content: drawMemo(memo, row),
    },
  ];
  return { ...drawn, attachments };
}
