import { addTo } from '../../domain/ledger/addTo.ts';
import { type Counters, movesOf } from '../../domain/ledger/balances.ts';
import { effectsOf } from '../../domain/ledger/effects.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Difference } from '../../domain/ledger/flags/ledgerDifference.ts';
import type { LedgerStore } from './ports.ts';

/** What counting needs of a ledger. */
export type CountedLedger = Pick<LedgerStore, 'head' | 'entries' | 'tallies'>;

/** Bookings go on while it counts: then it counts again, and leaves it to the next night at last. */
const MOST_ATTEMPTS = 3;

/**
 * Counts every entry anew, page by page, and compares with the balances that bookings have kept. No differences is what
 * must be; undefined: it was booked on all the while. Memory grows with commitments and counters, not with entries.
 * `reading` is told that the entries are read from the beginning, and gives what is to see each: they are read once.
 */
export async function recount(
  ledger: CountedLedger,
  trajectory: string,
  reading?: () => (entry: LedgerEntry) => void,
): Promise<readonly Difference[] | undefined> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const before = await ledger.head(trajectory);
    const counters = new Map<string, number>();
    const milestones = new Map<string, number>();
    const tallies = new Map<string, number>();
    const see = reading?.();
    let free = 0;
    for await (const page of ledger.entries(trajectory)) {
      for (const entry of page) {
        see?.(entry);
        const moves = movesOf(entry);
        const effects = effectsOf(entry);
        addAll(counters, moves.counters);
        addAll(milestones, moves.milestones);
        free += effects.free;
        if (effects.open) addTo(tallies, `open ${effects.open.reference}`, effects.open.move);
        if (effects.standing) addTo(tallies, `standing ${effects.standing.reference}`, effects.standing.move);
      }
    }
    const kept = await keptTallies(ledger, trajectory);
    const after = await ledger.head(trajectory);
    if (after.version !== before.version) continue;
    return [
      ...differences(after.counters, counters),
      ...differences(after.milestones, milestones),
      ...differences({ free: after.free }, new Map([['free', free]])),
      ...differences(Object.fromEntries(kept), tallies),
    ];
  }
  return undefined;
}

async function keptTallies(ledger: CountedLedger, trajectory: string): Promise<Map<string, number>> {
  const kept = new Map<string, number>();
  for (const kind of ['open', 'standing'] as const) {
    for await (const page of ledger.tallies(trajectory, kind))
      for (const { reference, cents } of page) addTo(kept, `${kind} ${reference}`, cents);
  }
  return kept;
}

function differences(kept: Counters, counted: ReadonlyMap<string, number>): Difference[] {
  const names = [...new Set([...Object.keys(kept), ...counted.keys()])].sort();
  return names
    .map((what) => ({ what, kept: kept[what] ?? 0, counted: counted.get(what) ?? 0 }))
    .filter((each) => each.kept !== each.counted);
}

function addAll(to: Map<string, number>, moves: Counters): void {
  for (const [name, by] of Object.entries(moves)) addTo(to, name, by);
}
