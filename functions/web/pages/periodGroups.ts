import { compareDays } from '../../domain/calendar/days.ts';
import { periodOf } from '../../domain/calendar/periods.ts';

export interface PeriodGroup<M> {
  readonly period: string;
  /** In the plan's order. */
  readonly milestones: readonly M[];
}

/** Milestones by period: what begins first comes first, and of those what ends first. */
export function byPeriod<M extends { readonly period: string }>(milestones: readonly M[]): PeriodGroup<M>[] {
  return [...new Set(milestones.map(({ period }) => period))].sort(inTime).map((period) => ({
    period,
    milestones: milestones.filter((milestone) => milestone.period === period),
  }));
}

function inTime(a: string, b: string): number {
  const [first, second] = [periodOf(a), periodOf(b)];
  return compareDays(first.from, second.from) || compareDays(first.until, second.until);
}
