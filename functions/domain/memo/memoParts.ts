import { dutchDay } from '../calendar/dutchDay.ts';
import type { Memo, MemoLine } from './memo.ts';

interface MemoPart {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly MemoLine[];
}

/** What stands in a memo, from top to bottom: the same in a mail, on the page and in its file. */
interface MemoParts {
  readonly title: string;
  readonly facts: readonly MemoLine[];
  readonly parts: readonly MemoPart[];
}

/** Nothing where there is nothing to tell. */
export function memoParts(memo: Memo, approvedBy?: string): MemoParts {
  const { subject, trajectory, day, councils, proposal, revision, standing, contact } = memo;
  const listed = (title: string, lines: readonly MemoLine[]): MemoPart[] =>
    lines.length === 0 ? [] : [{ title, paragraphs: [], lines }];
  const proposed = [
    proposal ?? 'Het plan geeft hier geen tekst bij.',
    ...(revision ? [`Wat er herzien is: ${revision}`] : []),
    standing,
  ];
  return {
    title: 'Raadsinformatiebrief',
    facts: [
      { name: 'Aan', words: councils.join(', ') },
      { name: 'Onderwerp', words: subject },
      { name: 'Traject', words: trajectory },
      { name: 'Datum', words: dutchDay(day) },
      {
        name: 'Stand',
        words: approvedBy ? `vastgesteld door ${approvedBy}` : 'CONCEPT, nog niet vastgesteld',
      },
    ],
    parts: [
      { title: 'Wat is voorgesteld', paragraphs: proposed, lines: [] },
      ...listed('Wat de colleges hebben geantwoord', memo.colleges),
      ...listed('Advies en kennisname', memo.others),
      ...listed('De raden', memo.ofCouncils),
      ...listed('Wat volgt, en wanneer', memo.next),
      ...listed('Geld', memo.money),
      { title: 'Contact', paragraphs: [`${contact.name}, ${contact.mail}`], lines: [] },
    ],
  };
}

/** `raadsinformatiebrief-process-proposal.r1-v2.pdf` */
export function memoFileName(round: string, version: number, kind: 'html' | 'pdf'): string {
  return `raadsinformatiebrief-${round}-v${version}.${kind}`;
}
