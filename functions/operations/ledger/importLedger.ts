import { createHash } from 'node:crypto';
import { auditEntry } from '../../domain/audit.ts';
import type { RecordedBy } from '../../domain/decision/answer.ts';
import type { FileMistake } from '../../domain/importFile/fileMistake.ts';
import { addTo } from '../../domain/ledger/addTo.ts';
import { movesOf } from '../../domain/ledger/balances.ts';
import type { OrderLine } from '../../domain/ledger/bookingOrder.ts';
import { contentOf, type Effects, effectsOf } from '../../domain/ledger/effects.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { judgeBooking } from '../../domain/ledger/judgeBooking.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { knownPlan } from '../lookUp.ts';
import type { LedgerDependencies } from './bookEntry.ts';
import type { LedgerHead, LedgerStore, TallyKind } from './ports.ts';

export interface ImportPreview {
  /** What would be booked, in the order of the file. */
  readonly entries: readonly LedgerEntry[];
  /** Lines that say what is booked already. */
  readonly same: number;
}

export type JudgedImport = ImportPreview | { readonly mistakes: readonly FileMistake[] };

const MOST_ATTEMPTS = 5;

/** What an import would do; writes nothing. All mistakes of the file, each with its line, or what it would book. */
export async function previewImport(
  { store, ledger }: LedgerDependencies,
  trajectory: string,
  lines: readonly OrderLine[],
  at: string,
  by: RecordedBy,
): Promise<JudgedImport> {
  const plan = await knownPlan(store, trajectory);
  return judgeLines(ledger, await ledger.head(trajectory), plan, trajectory, lines, at, by);
}

/**
 * Books a whole file, or nothing of it: judged line by line as if each were booked after the one before, staged, and
 * switched by one transaction while nothing else was booked meanwhile; otherwise judged anew. What the ledger has already
 * is left out, so the same file again changes nothing.
 */
export async function importLedger(
  { store, ledger }: LedgerDependencies,
  trajectory: string,
  lines: readonly OrderLine[],
  file: string,
  at: string,
  by: RecordedBy,
): Promise<JudgedImport> {
  const plan = await knownPlan(store, trajectory);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const head = await ledger.head(trajectory);
    const judged = await judgeLines(ledger, head, plan, trajectory, lines, at, by);
    if ('mistakes' in judged || judged.entries.length === 0) return judged;
    const id = importIdOf(judged.entries, head);
    await ledger.stageImport(trajectory, id, judged.entries, talliesOf(judged.entries));
    const audit = auditEntry({
      trajectory,
      at,
      what: 'ledger-imported',
      subject: file,
      ...by,
      details: { import: id, entries: judged.entries.length },
    });
    const imported = { id, file, at, by: by.by, entries: judged.entries.length };
    if (await ledger.switchImport(trajectory, head, imported, sumOf(judged.entries), audit)) return judged;
  }
  throw new Unavailable('Het grootboek', new Error('others keep booking meanwhile'));
}

async function judgeLines(
  ledger: LedgerStore,
  head: LedgerHead,
  plan: Plan,
  trajectory: string,
  lines: readonly OrderLine[],
  at: string,
  by: RecordedBy,
): Promise<JudgedImport> {
  const known = await everyEntry(ledger, trajectory);
  const state = { free: head.free, open: known.open, standing: known.standing };
  const entries: LedgerEntry[] = [];
  const mistakes: FileMistake[] = [];
  let same = 0;
  for (const { line, order } of lines) {
    const corrected = order.corrects === undefined ? undefined : known.byReference.get(order.corrects);
    const against = order.commitment ?? corrected?.commitment;
    const moved = corrected?.type === 'commitment' ? corrected.reference : against;
    const judged = judgeBooking(
      order,
      {
        plan,
        trajectory,
        existing: known.byReference.get(order.reference),
        commitment: against === undefined ? undefined : known.byReference.get(against),
        corrected,
        free: state.free,
        open: moved === undefined ? 0 : (state.open.get(moved) ?? 0),
        standing: corrected ? corrected.amount + (state.standing.get(corrected.reference) ?? 0) : 0,
      },
      at,
      by,
    );
    if (judged.kind === 'refused') {
      mistakes.push({ line, problem: judged.refusal.message.replace(/\.$/, '') });
      continue;
    }
    if (judged.kind === 'same') {
      same++;
      continue;
    }
    const { entry, effects } = judged;
    state.free += effects.free;
    addEffects(state, effects);
    known.byReference.set(entry.reference, entry);
    entries.push(entry);
  }
  return mistakes.length > 0 ? { mistakes } : { entries, same };
}

async function everyEntry(ledger: LedgerStore, trajectory: string) {
  const byReference = new Map<string, LedgerEntry>();
  const open = new Map<string, number>();
  const standing = new Map<string, number>();
  for await (const page of ledger.entries(trajectory)) {
    for (const entry of page) {
      byReference.set(entry.reference, entry);
      addEffects({ open, standing }, effectsOf(entry));
    }
  }
  return { byReference, open, standing };
}

function* talliesOf(entries: readonly LedgerEntry[]) {
  const sums = new Map<string, { kind: TallyKind; reference: string; cents: number }>();
  const move = (kind: TallyKind, reference: string, by: number) => {
    const name = `${kind} ${reference}`;
    sums.set(name, { kind, reference, cents: (sums.get(name)?.cents ?? 0) + by });
  };
  for (const entry of entries) {
    const { open, standing } = effectsOf(entry);
    if (open) move('open', open.reference, open.move);
    if (standing) move('standing', standing.reference, standing.move);
  }
  yield* sums.values();
}

function sumOf(entries: readonly LedgerEntry[]) {
  const counters: Record<string, number> = {};
  const milestones: Record<string, number> = {};
  let free = 0;
  for (const entry of entries) {
    const moves = movesOf(entry);
    for (const [name, by] of Object.entries(moves.counters)) counters[name] = (counters[name] ?? 0) + by;
    for (const [name, by] of Object.entries(moves.milestones))
      milestones[name] = (milestones[name] ?? 0) + by;
    free += effectsOf(entry).free;
  }
  return { counters, milestones, free };
}

/** From its content and the ledger it was judged by: two tries that differ never stage into each other's rows. */
function importIdOf(entries: readonly LedgerEntry[], { version }: LedgerHead): string {
  const hash = createHash('sha256').update(String(version));
  for (const entry of entries) hash.update(entry.reference).update(contentOf(entry)).update(entry.bookedAt);
  return hash.digest('hex').slice(0, 16);
}

function addEffects(
  to: Readonly<Record<'open' | 'standing', Map<string, number>>>,
  { open, standing }: Effects,
): void {
  if (open) addTo(to.open, open.reference, open.move);
  if (standing) addTo(to.standing, standing.reference, standing.move);
}
