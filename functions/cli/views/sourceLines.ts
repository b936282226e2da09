import Table from 'cli-table3';
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

export function sourceLines(
  source: Source,
  messages: readonly SeenMessage[],
  address: string | undefined,
  accepted: readonly { readonly until: string | null }[],
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
    '',
    messages.length > 0 ? 'Laatste berichten' : 'Er is nog geen bericht binnengekomen.',
    ...messages.map(
      ({ receivedAt, status, said, repeats }) =>
        `  ${receivedAt.slice(0, 19).replace('T', ' ')}  ${MESSAGE_WORD[status]}: ${said}${repeats > 0 ? ` (nog ${repeats} keer gestuurd)` : ''}`,
    ),
  ];
}
