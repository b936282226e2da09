import { SingleBar } from 'cli-progress';
import type { LedgerEntry } from '../domain/ledger/entry.ts';
import type { LedgerStore } from '../operations/ledger/ports.ts';

/** Fewer are written before anybody looks. */
const MANY = 2_000;

/** The same ledger; of an import of many entries it shows on standard error how far it is. Without a terminal nothing. */
export function ledgerWithProgress(ledger: LedgerStore): LedgerStore {
  return {
    ...ledger,
    stageImport: async (trajectory, importId, entries, tallies) => {
      const all = [...entries];
      if (all.length < MANY) return ledger.stageImport(trajectory, importId, all, tallies);
      const bar = new SingleBar({
        format: '{bar} {percentage}% · {value} van {total} boekingen klaargezet',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      });
      bar.start(all.length, 0);
      try {
        await ledger.stageImport(trajectory, importId, counted(all, bar), tallies);
      } finally {
        bar.stop();
      }
    },
  };
}

function* counted(entries: readonly LedgerEntry[], bar: SingleBar): Generator<LedgerEntry> {
  for (const entry of entries) {
    bar.increment();
    yield entry;
  }
}
