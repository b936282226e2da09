import Table from 'cli-table3';
import { MARK_WORD } from '../../domain/mails/mailWords.ts';
import type { MarkedAddressView } from '../../operations/markedAddresses.ts';

export function addressTable(addresses: readonly MarkedAddressView[]): string[] {
  if (addresses.length === 0) return ['Aan elk adres gaan berichten.'];
  const table = new Table({
    head: ['adres', 'wat er was', 'sinds', 'gaan er berichten heen'],
    style: { head: [], border: [] },
  });
  for (const { address, why, detail, markedAt, stopped } of addresses) {
    const what = `${MARK_WORD[why]}${detail ? ` (${detail})` : ''}`;
    table.push([address, what, markedAt.slice(0, 16).replace('T', ' '), stopped ? 'nee' : 'ja']);
  }
  return table.toString().split('\n');
}
