import Table from 'cli-table3';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { DraftAnswer, IncomingItem } from '../../domain/intake/incomingItem.ts';

export function itemTable(items: readonly Omit<IncomingItem, 'content'>[]): string[] {
  if (items.length === 0) return ['Er wacht niets op een mens.'];
  const table = new Table({
    head: ['id', 'van', 'waarover', 'gelezen', 'waarom'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [18, 18, 30, 34, 40],
  });
  for (const { id, source, title, draft, reason } of items)
    table.push([id, source, title, draftWords(draft), reason]);
  return table.toString().split('\n');
}

export function itemLines(item: IncomingItem): string[] {
  return [
    `${item.title} (${item.id}), van ${item.source} op ${item.receivedAt}`,
    `Waarom: ${item.reason}`,
    `Gelezen: ${draftWords(item.draft) || 'niets'}`,
    ...(item.closedAt
      ? [`Afgehandeld door ${item.closedBy} op ${item.closedAt}: ${item.closedBecause}`]
      : []),
    '',
    'Het bericht',
    item.content,
  ];
}

function draftWords({ trajectory, round, body, outcome, on, reference }: DraftAnswer): string {
  return [body, round && `ronde ${round}`, trajectory, outcome && OUTCOME_WORD[outcome], on, reference]
    .filter(Boolean)
    .join(', ');
}
