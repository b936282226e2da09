import Table from 'cli-table3';
import type { PollState } from '../../domain/councils/pollState.ts';
import { MESSAGE_WORD } from '../../domain/intake/messageWords.ts';
import { isPolled } from '../../domain/intake/polledSource.ts';
import { reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import { reconciledSentence } from '../../domain/intake/reconcile/reconciledSentence.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';

export function sourceTable(sources: readonly Source[]): string[] {
  if (sources.length === 0) return ['Er is nog geen bron; voeg er een toe met: besluitketen sources add.'];
  const table = new Table({
    head: ['bron', 'soort', 'gemeente', 'stand', 'haalt op bij'],
    style: { head: [], border: [] },
  });
  for (const { name, speaks, municipality, pausedAt, origins } of sources)
    table.push([name, speaks, municipality, pausedAt ? 'op pauze' : 'luistert', origins.join('\n')]);
  return table.toString().split('\n');
}

/** When it was last asked for what it does not tell, and how that went. */
export type LookedAt = Pick<PollState, 'lastReadAt' | 'lastTriedAt' | 'readUntil' | 'trouble' | 'said'>;

function lookedLines(source: Source, looked: LookedAt | undefined): string[] {
  const line = looked?.lastTriedAt
    ? `Laatst nagelopen: ${moment(looked.lastTriedAt)}${looked.lastReadAt === looked.lastTriedAt ? '' : `; helemaal gelezen: ${looked.lastReadAt ? moment(looked.lastReadAt) : 'nog nooit'}. ${looked.said ?? ''}`}`
    : 'Nog niet nagelopen';
  if (isPolled(source)) return [line.trimEnd()];
  return 'why' in reconcilable(source) ? [reconciledSentence(source)] : [line.trimEnd()];
}

function moment(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

export function sourceLines(
  source: Source,
  messages: readonly SeenMessage[],
  address: string | undefined,
  accepted: readonly { readonly until: string | null }[],
  looked: LookedAt | undefined,
): string[] {
  const [, ...earlier] = accepted;
  return [
    `${source.name} (${source.speaks}, ${source.municipality})${source.pausedAt ? `, op pauze sinds ${source.pausedAt}` : ''}`,
    ...(address
      ? [
          `Adres: ${address}`,
          `Geheim: ${accepted.length > 0 ? 'bekend' : 'ontbreekt; geef het met sources rotate'}${earlier.map(({ until }) => `, een vorig tot ${until}`).join('')}`,
          `Hoogstens ${source.mostPerMinute} berichten per minuut`,
        ]
      : []),
    `Haalt op bij: ${source.origins.join(', ') || 'nergens'}`,
    ...lookedLines(source, looked),
    '',
    messages.length > 0 ? 'Laatste berichten' : 'Er is nog geen bericht binnengekomen.',
    ...messages.map(
      ({ receivedAt, status, said, repeats }) =>
        `  ${moment(receivedAt)}  ${MESSAGE_WORD[status]}: ${said}${repeats > 0 ? ` (nog ${repeats} keer gestuurd)` : ''}`,
    ),
  ];
}
