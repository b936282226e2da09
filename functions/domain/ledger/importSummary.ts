import { balanceOfAll, balanceOfYear, movesOf, type YearBalance, yearsOf } from './balances.ts';
import { effectsOf } from './effects.ts';
import { ENTRY_TYPES, type EntryType, type LedgerEntry } from './entry.ts';

/** What the entries of an import are together. */
export interface ImportSummary {
  readonly entries: number;
  readonly types: Readonly<Record<EntryType, number>>;
  /** By how much they move each year's balance, in cents. */
  readonly years: readonly ({ readonly year: number } & YearBalance)[];
  readonly total: YearBalance;
  /** By how much they move what is free. */
  readonly free: number;
}

export function importSummary(entries: readonly LedgerEntry[]): ImportSummary {
  const types = Object.fromEntries(ENTRY_TYPES.map((type) => [type, 0])) as Record<EntryType, number>;
  const counters: Record<string, number> = {};
  let free = 0;
  for (const entry of entries) {
    types[entry.type]++;
    free += effectsOf(entry).free;
    for (const [name, by] of Object.entries(movesOf(entry).counters))
      counters[name] = (counters[name] ?? 0) + by;
  }
  return {
    entries: entries.length,
    types,
    years: yearsOf(counters).map((year) => ({ year, ...balanceOfYear(counters, year) })),
    total: balanceOfAll(counters),
    free,
  };
}
