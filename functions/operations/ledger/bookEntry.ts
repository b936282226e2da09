import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { BookingOrder } from '../../domain/ledger/bookingOrder.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { judgeBooking } from '../../domain/ledger/judgeBooking.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Contended } from '../../domain/unavailable.ts';
import { knownPlan } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import type { Booking, LedgerStore, TallyKind } from './ports.ts';

/**
 * Others book at the same time, each against the same rows: whoever loses looks again. An attempt that met only conflicts
 * took 0.4 s on average (retryingConflicts.ts): 40 of them are some 16 s, in which hundreds have had their turn.
 */
const MOST_ATTEMPTS = 40;

export interface LedgerDependencies {
  readonly store: RecordStore;
  readonly ledger: LedgerStore;
}

/**
 * Books one entry with its audit entry and its balances, in one conditional transaction. The same again is a success
 * without effect. Refuses with the codes of `judgeBooking` and UNKNOWN_TRAJECTORY; then nothing was changed.
 */
export async function bookEntry(
  { store, ledger }: LedgerDependencies,
  trajectory: string,
  order: BookingOrder,
  at: string,
  recordedBy: RecordedBy,
): Promise<{ readonly entry: LedgerEntry; readonly changed: boolean }> {
  const plan = await knownPlan(store, trajectory);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    // The head first: what is read after it is at least as new as the imports it counts.
    const head = await ledger.head(trajectory);
    const entryOf = (reference: string | undefined) =>
      reference === undefined ? undefined : ledger.entry(trajectory, reference);
    const [existing, corrected, named] = await Promise.all([
      entryOf(order.reference),
      entryOf(order.corrects),
      entryOf(order.commitment),
    ]);
    const commitment = named ?? (await entryOf(corrected?.commitment));
    const against = corrected?.type === 'commitment' ? corrected : commitment;
    const [open, standing] = await Promise.all([
      tallyOf(ledger, trajectory, 'open', against?.reference),
      tallyOf(ledger, trajectory, 'standing', corrected?.reference),
    ]);
    // What stands of an entry is its amount and what corrections moved since.
    const stood = { own: standing.own, imported: standing.imported + (corrected?.amount ?? 0) };
    const context = {
      plan,
      trajectory,
      existing,
      commitment,
      corrected,
      free: head.free,
      open: open.own + open.imported,
      standing: stood.own + stood.imported,
    };
    const judged = judgeBooking(order, context, at, recordedBy);
    if (judged.kind === 'same') return { entry: judged.entry, changed: false };
    if (judged.kind === 'refused') throw judged.refusal;
    const { entry, effects, mayOverdraw } = judged;
    const tallies: Booking['tallies'] = [
      ...(effects.open ? [{ kind: 'open' as const, ...effects.open, imported: open.imported }] : []),
      ...(effects.standing
        ? [{ kind: 'standing' as const, ...effects.standing, imported: stood.imported }]
        : []),
    ];
    const audit = auditEntry({
      trajectory,
      at,
      what: 'booked',
      subject: entry.reference,
      ...recordedBy,
      details: { type: entry.type, amount: entry.amount, year: entry.year, date: entry.date },
    });
    const booking = { entry, audit, imports: head.imports, free: effects.free, mayOverdraw, tallies };
    if (await bookedNow(ledger, booking)) return { entry, changed: true };
  }
  throw new Refusal(
    'UNAVAILABLE',
    `Boeking ${order.reference} kon nu niet worden gedaan; probeer het opnieuw.`,
  );
}

async function bookedNow(ledger: LedgerStore, booking: Booking): Promise<boolean> {
  try {
    return await ledger.book(booking);
  } catch (error) {
    if (error instanceof Contended) return false;
    throw error;
  }
}

async function tallyOf(
  ledger: LedgerStore,
  trajectory: string,
  kind: TallyKind,
  reference: string | undefined,
) {
  return reference === undefined ? { own: 0, imported: 0 } : ledger.tally(trajectory, kind, reference);
}
