import type { Day } from '../../domain/calendar/days.ts';
import { budgetFlags } from '../../domain/ledger/flags/budgetFlags.ts';
import { isBudgetFlag } from '../../domain/ledger/flags/flagKinds.ts';
import { ledgerDifferenceFlags } from '../../domain/ledger/flags/ledgerDifference.ts';
import { createSumming } from '../../domain/ledger/ledgerSummary.ts';
import { isMoneyAtRest } from '../../domain/ledger/moneyAtRest.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { RecordStore } from '../ports.ts';
import { type SettledFlags, settleWantedFlags } from '../settleWantedFlags.ts';
import { type CountedLedger, recount } from './recount.ts';

export interface SettledBudget extends SettledFlags {
  /** Nothing is left and nothing is expected: the money needs no watching any more. */
  readonly atRest: boolean;
}

/**
 * Settles every flag of the money by what holds today, and counts the ledger anew; both from one reading of the entries,
 * page by page. A trajectory without money costs the reading of its balances, and nothing else.
 */
export async function settleBudgetFlags(
  { store, ledger }: { readonly store: RecordStore; readonly ledger: CountedLedger },
  { id, clock, planVersion }: Trajectory,
  plan: Plan,
  today: Day,
  at: string,
): Promise<SettledBudget> {
  const { version } = await ledger.head(id);
  // A simulation without bookings does not play the money: nothing is late in it.
  const withoutMoney = version === 0 && (!plan.budget || clock === 'virtual');
  if (withoutMoney) {
    // An earlier plan may have expected something.
    const settled =
      planVersion > 1
        ? await settleWantedFlags(store, id, [], ({ flag }) => isBudgetFlag(flag), at)
        : { raised: 0, resolved: 0 };
    return { ...settled, atRest: true };
  }
  let summing = createSumming(today);
  const differences =
    version === 0
      ? []
      : await recount(ledger, id, () => {
          summing = createSumming(today);
          return summing.add;
        });
  const summary = summing.summary();
  const wanted = [
    ...budgetFlags({ plan, summary, today }),
    ...ledgerDifferenceFlags(differences ?? [], summary.lastDay),
  ];
  const settled = await settleWantedFlags(
    store,
    id,
    wanted,
    // It was booked on all the while: whether the balances are right is seen the next night.
    ({ flag }) => isBudgetFlag(flag) && (differences !== undefined || flag !== 'ledger-difference'),
    at,
  );
  return { ...settled, atRest: isMoneyAtRest(plan, summary, today) };
}
