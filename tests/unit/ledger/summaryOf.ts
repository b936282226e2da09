import type { LedgerEntry } from '../../../functions/domain/ledger/entry.ts';
import { createSumming, type LedgerSummary } from '../../../functions/domain/ledger/ledgerSummary.ts';
import { usualWeights } from '../../../functions/domain/ledger/planBudget.ts';
import { splitCents } from '../../../functions/domain/ledger/shares.ts';
import type { Plan } from '../../../functions/domain/plan/schema.ts';
import { examplePlan, LATER } from '../exampleRecord.ts';

export type Booked = Partial<LedgerEntry> & Pick<LedgerEntry, 'type' | 'amount' | 'date'>;

/** Entries as the ledger keeps them; its year is that of its day and its shares are equal unless said otherwise. */
export function entriesOf(booked: readonly Booked[], plan: Plan = examplePlan()): LedgerEntry[] {
  return booked.map((entry, index) => ({
    kind: 'ledger-entry',
    schemaVersion: 1,
    trajectory: plan.id,
    reference: `R-${index + 1}`,
    vat: 0,
    year: Number(entry.date.slice(0, 4)),
    description: 'Boeking',
    shares: splitCents(entry.amount, usualWeights(plan)),
    bookedAt: LATER,
    by: 'griffier',
    via: 'command-line',
    ...entry,
  }));
}

export function summaryOf(booked: readonly Booked[], until = '2199-12-31', plan?: Plan): LedgerSummary {
  const summing = createSumming(until);
  for (const entry of entriesOf(booked, plan)) summing.add(entry);
  return summing.summary();
}
