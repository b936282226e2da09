import type { Counters } from '../../domain/ledger/balances.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { AuditEntry } from '../../domain/trajectory.ts';

/** The balances of a trajectory, kept up to date by every booking; two rows, whatever the number of entries. */
export interface LedgerHead {
  /** Rises with every booking and every import. */
  readonly version: number;
  /** Rises with every import: what was read of entries and tallies still counts while it is the same. */
  readonly imports: number;
  /** Received minus promised, all years together. */
  readonly free: number;
  readonly counters: Counters;
  /** Of milestones (`counterOf.milestone`). */
  readonly milestones: Counters;
}

/** What is left of something: of a commitment what is open, of a corrected entry what stands of it; in cents. */
export type TallyKind = 'open' | 'standing';

/** A booking with everything that must hold when it is written; all of it is one transaction, or nothing is. */
export interface Booking {
  readonly entry: LedgerEntry;
  readonly audit: AuditEntry;
  /** The imports that were seen: a later one may hold the same reference. */
  readonly imports: number;
  /** By how much it moves what is free; below 0 only where the plan allows it. */
  readonly free: number;
  readonly mayOverdraw: boolean;
  /** Tallies that it moves, each of which may not go below 0; `imported` is what imports have in it. */
  readonly tallies: readonly {
    readonly kind: TallyKind;
    readonly reference: string;
    readonly move: number;
    readonly imported: number;
  }[];
}

export interface LedgerImport {
  /** Follows from the content of the file. */
  readonly id: string;
  readonly file: string;
  readonly at: string;
  readonly by: string;
  readonly entries: number;
}

/** As `RecordStore`: reads are consistent, `false` says that a condition did not hold and nothing was written. */
export interface LedgerStore {
  /** Zeros when nothing was booked yet. At most 2 read units. */
  head(trajectory: string): Promise<LedgerHead>;
  /** The entry of a reference that counts; one that is only staged by an import does not. */
  entry(trajectory: string, reference: string): Promise<LedgerEntry | undefined>;
  /** What of a tally is booked by itself, and what came with imports that count. */
  tally(
    trajectory: string,
    kind: TallyKind,
    reference: string,
  ): Promise<{ readonly own: number; readonly imported: number }>;
  /** Every entry that counts, page by page in the order of their references: memory stays bounded. */
  entries(trajectory: string): AsyncIterable<readonly LedgerEntry[]>;
  /** Every tally that counts, page by page. */
  tallies(
    trajectory: string,
    kind: TallyKind,
  ): AsyncIterable<readonly { readonly reference: string; readonly cents: number }[]>;
  book(booking: Booking): Promise<boolean>;
  /** Lays entries and tallies of an import beside what counts; nobody reads them before `switchImport`. Any number. */
  stageImport(
    trajectory: string,
    importId: string,
    entries: Iterable<LedgerEntry>,
    tallies: Iterable<{ readonly kind: TallyKind; readonly reference: string; readonly cents: number }>,
  ): Promise<void>;
  /** Makes a staged import count: only while the head has the version by which it was judged. One transaction. */
  switchImport(
    trajectory: string,
    seen: LedgerHead,
    imported: LedgerImport,
    moves: { readonly counters: Counters; readonly milestones: Counters; readonly free: number },
    audit: AuditEntry,
  ): Promise<boolean>;
  /** In the order in which they were made. */
  imports(trajectory: string): Promise<LedgerImport[]>;
}

/** What pages and files are made of. */
export type LedgerReading = Pick<LedgerStore, 'head' | 'entries'>;
