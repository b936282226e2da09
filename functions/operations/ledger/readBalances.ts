import {
  balanceOfYear,
  balanceTogether,
  benefitOf,
  type Counters,
  counterOf,
  municipalitiesOf,
  type Sum,
  type YearBalance,
  yearsOf,
} from '../../domain/ledger/balances.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { knownPlan } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import type { LedgerStore } from './ports.ts';

interface Benefit {
  readonly received: number;
  readonly committed: number;
  readonly spent: number;
}
interface MilestoneMoney {
  readonly id: string;
  readonly title: string;
  /** What the plan says it may cost; null: nothing. In cents, as everything here. */
  readonly budget: number | null;
  readonly committed: number;
  readonly spent: number;
  /** Of its budget, what is not promised. */
  readonly left: number | null;
}

/** What came in, is promised, is spent and is free: of a year's money, or of all. */
export interface Balances {
  readonly trajectory: string;
  readonly title: string;
  /** Null: all years. */
  readonly year: number | null;
  readonly total: YearBalance;
  readonly years: readonly ({
    readonly year: number;
    readonly municipalities: Readonly<Record<string, Benefit>>;
  } & YearBalance)[];
  readonly municipalities: readonly ({ readonly code: string; readonly name: string } & Benefit)[];
  readonly milestones: readonly MilestoneMoney[];
}

/** From the balances alone: two read units, however many entries there are. Refuses UNKNOWN_TRAJECTORY. */
export async function readBalances(
  { store, ledger }: { readonly store: RecordStore; readonly ledger: Pick<LedgerStore, 'head'> },
  trajectory: string,
  year: number | undefined,
): Promise<Balances> {
  const plan = await knownPlan(store, trajectory);
  const { counters, milestones } = await ledger.head(trajectory);
  const years = yearsOf(counters).filter((each) => year === undefined || each === year);
  // Who has left the plan still has its part: without it the parts do not add up to the ledger.
  const codes = municipalitiesOf(
    counters,
    plan.participants.map(({ code }) => code),
  );
  const nameOf = (of: string) =>
    plan.participants.find(({ code }) => code === of)?.name ?? 'niet meer in het plan';
  const perYear = years.map((each) => ({
    year: each,
    ...balanceOfYear(counters, each),
    municipalities: Object.fromEntries(codes.map((code) => [code, benefitOf(counters, each, code)])),
  }));
  return {
    trajectory,
    title: plan.title,
    year: year ?? null,
    total: perYear.reduce<YearBalance>(balanceTogether, {
      received: 0,
      committed: 0,
      spent: 0,
      open: 0,
      free: 0,
    }),
    years: perYear,
    municipalities: codes.map((code) => ({
      code,
      name: nameOf(code),
      ...years
        .map((each) => benefitOf(counters, each, code))
        .reduce(benefitTogether, { received: 0, committed: 0, spent: 0 }),
    })),
    milestones: milestonesOf(plan, milestones, years),
  };
}

/** Every entry of a year's money, or of all, by day. */
export async function readEntries(
  ledger: LedgerStore,
  trajectory: string,
  year: number | undefined,
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const page of ledger.entries(trajectory))
    entries.push(...page.filter((entry) => year === undefined || entry.year === year));
  const keyOf = ({ date, reference }: LedgerEntry) => `${date} ${reference}`;
  return entries.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function benefitTogether(a: Benefit, b: Benefit): Benefit {
  return {
    received: a.received + b.received,
    committed: a.committed + b.committed,
    spent: a.spent + b.spent,
  };
}

/** Those with a budget, and those on which something was booked. */
function milestonesOf(plan: Plan, counters: Counters, years: readonly number[]): MilestoneMoney[] {
  return plan.milestones.flatMap(({ id, title, budget }) => {
    const of = (sum: Sum) =>
      years.reduce((total, year) => total + (counters[counterOf.milestone(id, year, sum)] ?? 0), 0);
    const cents = budget === undefined ? null : Math.round(budget * 100);
    const committed = of('committed') - of('released');
    const spent = of('spent');
    if (cents === null && committed === 0 && spent === 0) return [];
    return [{ id, title, budget: cents, committed, spent, left: cents === null ? null : cents - committed }];
  });
}
