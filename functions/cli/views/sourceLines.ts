import Table from 'cli-table3';
import type { PollState } from '../../domain/councils/pollState.ts';
import { isPolled } from '../../domain/intake/polledSource.ts';
import { reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import { MESSAGE_KINDS, type Source } from '../../domain/intake/source.ts';

export const MESSAGE_WORD: Readonly<Record<SeenMessage['status'], string>> = {
  working: 'wordt verwerkt',
  recorded: 'vastgelegd',
  unchanged: 'stond al vast',
  proposed: 'wacht op bevestiging',
  triage: 'in triage',
  ignored: 'overgeslagen',
  held: 'bewaard (pauze)',
  failed: 'wordt opnieuw geprobeerd',
};

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

/** Where it sends its messages; a source that we ask has none. */
export function addressOf({ speaks, name }: Source, portalUrl: string): string | undefined {
  return MESSAGE_KINDS.some((kind) => kind === speaks)
    ? `${portalUrl}/webhooks/${speaks}/${name}`
    : undefined;
}

/** When it was last asked for what it does not tell, and how that went. */
export type LookedAt = Pick<PollState, 'lastReadAt' | 'lastTriedAt' | 'readUntil' | 'trouble' | 'said'>;

/** Whether what a source does not tell is looked for; of a council system all it has. */
export function reconciledSentence(source: Source): string {
  const lists = reconcilable(source);
  return 'why' in lists
    ? `Wat zij niet meldt, wordt niet nagelopen. ${lists.why}`
    : 'Wat zij niet meldt, wordt op werkdagen elk uur nagelopen.';
}

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
