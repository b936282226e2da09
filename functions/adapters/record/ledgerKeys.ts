import type { Key } from './keys.ts';

/** A ledger has a partition of its own: history costs nothing elsewhere (docs/decisions/0015-ledger.md). */
export const ledgerPartition = (trajectory: string) => `LEDGER#${trajectory}`;

export const headKey = (trajectory: string): Key => ({ pk: ledgerPartition(trajectory), sk: 'HEAD' });
export const milestonesKey = (trajectory: string): Key => ({
  pk: ledgerPartition(trajectory),
  sk: 'MILESTONES',
});

export const ENTRIES = 'ENTRY#';
/** A reference has no `#`, so that what begins with it is its own: booked by itself, or with an import. */
export const entriesOf = (reference: string) => `${ENTRIES}${reference}#`;
export const entryKey = (trajectory: string, reference: string, importId = ''): Key => ({
  pk: ledgerPartition(trajectory),
  sk: `${entriesOf(reference)}${importId}`,
});

export const talliesOf = (kind: string, reference = '') =>
  reference ? `TALLY#${kind}#${reference}#` : `TALLY#${kind}#`;
export const tallyKey = (trajectory: string, kind: string, reference: string, importId = ''): Key => ({
  pk: ledgerPartition(trajectory),
  sk: `${talliesOf(kind, reference)}${importId}`,
});

export const IMPORTS = 'IMPORT#';
export const importKey = (trajectory: string, id: string): Key => ({
  pk: ledgerPartition(trajectory),
  sk: `${IMPORTS}${id}`,
});
