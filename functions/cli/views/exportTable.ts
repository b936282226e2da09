import Table from 'cli-table3';
import { euros } from '../../domain/ledger/euros.ts';
import type { FileTotals } from '../../domain/ledger/export/exportLines.ts';

/** The files that were written, with what each adds up to. */
export function exportTable(totals: readonly FileTotals[], folder: string): string[] {
  if (totals.length === 0) return ['Er is nog niets geboekt; er is geen bestand per gemeente gemaakt.'];
  const table = new Table({
    head: ['bestand', 'regels', 'ontvangen', 'verplicht', 'vrijgevallen', 'uitgegeven'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { file, lines, sums } of totals)
    table.push([file, lines, ...[sums.received, sums.committed, sums.released, sums.spent].map(euros)]);
  return [
    ...table.toString().split('\n'),
    `Geschreven in ${folder}, met de controletotalen in een eigen bestand.`,
  ];
}
