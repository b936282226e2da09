import Table from 'cli-table3';
import type { SeenMessage } from '../../domain/intake/seenMessage.ts';
import type { Source } from '../../domain/intake/source.ts';

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

export function sourceLines(source: Source, messages: readonly SeenMessage[], portalUrl: string): string[] {
  return [
    `${source.name} (${source.speaks}, ${source.municipality})${source.pausedAt ? `, op pauze sinds ${source.pausedAt}` : ''}`,
    `Adres: ${portalUrl}/webhooks/${source.speaks}/${source.name}`,
    `Haalt op bij: ${source.origins.join(', ') || 'nergens'}`,
    '',
    messages.length > 0 ? 'Laatste berichten' : 'Er is nog geen bericht binnengekomen.',
    ...messages.map(
      ({ receivedAt, status, said, repeats }) =>
        `  ${receivedAt.slice(0, 19).replace('T', ' ')}  ${MESSAGE_WORD[status]}: ${said}${repeats > 0 ? ` (nog ${repeats} keer gestuurd)` : ''}`,
    ),
  ];
}
