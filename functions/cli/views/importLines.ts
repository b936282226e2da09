import Table from 'cli-table3';
import { ENTRY_TYPES } from '../../domain/ledger/entry.ts';
import { euros } from '../../domain/ledger/euros.ts';
import type { ImportSummary } from '../../domain/ledger/importSummary.ts';
import { TYPE_PLURAL, TYPE_WORD } from '../../domain/ledger/wrongOrder.ts';

export interface ToldImport extends Omit<ImportSummary, 'free'> {
  readonly trajectory: string;
  readonly dryRun: boolean;
  readonly same: number;
  readonly free: { readonly before: number; readonly after: number };
}

/** What an import has booked, or would book, for a person at a terminal. */
export function importLines({
  trajectory,
  dryRun,
  entries,
  types,
  years,
  total,
  same,
  free,
}: ToldImport): string[] {
  if (entries === 0)
    return [`Alles in dit bestand (${same} boekingen) was al geboekt; er is niets gewijzigd.`];
  const counted = ENTRY_TYPES.filter((type) => types[type] > 0).map(
    (type) => `${types[type]} ${types[type] === 1 ? TYPE_WORD[type] : TYPE_PLURAL[type]}`,
  );
  const table = new Table({
    head: ['jaar', 'ontvangen', 'verplicht', 'uitgegeven', 'vrij'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { year, ...sums } of [...years, { year: 'samen', ...total }])
    table.push([year, ...[sums.received, sums.committed, sums.spent, sums.free].map(euros)]);
  return [
    `${dryRun ? `Zou in het grootboek van ${trajectory} komen` : `Geboekt in het grootboek van ${trajectory}`}: ${counted.join(', ')}.`,
    ...(same > 0 ? [`Al geboekt en overgeslagen: ${same}.`] : []),
    ...table.toString().split('\n'),
    `Vrij: was ${euros(free.before)}, ${dryRun ? 'wordt' : 'is nu'} ${euros(free.after)}.`,
    ...(dryRun ? ['Er is niets geboekt; laat --dry-run weg om het te doen.'] : []),
  ];
}
