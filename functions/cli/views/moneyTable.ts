import Table from 'cli-table3';
import { euros } from '../../domain/ledger/euros.ts';

/** A table of a first column with names and others with amounts in cents; nothing is an empty cell. */
export function moneyTable(
  head: readonly string[],
  rows: readonly (readonly [name: string, ...amounts: (number | null)[]])[],
): string[] {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_name, index) => (index === 0 ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
  for (const [name, ...amounts] of rows)
    table.push([name, ...amounts.map((cents) => (cents === null ? '' : euros(cents)))]);
  return table.toString().split('\n');
}
