import type { MilestoneView } from '../../operations/statusViews.ts';
import { byPeriod } from '../pages/periodGroups.ts';

type Planned = Pick<MilestoneView, 'period' | 'status'>;

/** The part of a plan that is drawn at once: a plan may have 300 milestones, a page at most 150 kB. */
export interface PlanPart<M extends Planned = MilestoneView> {
  readonly milestones: readonly M[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Place of its first milestone among all, from 1. */
  readonly first: number;
  readonly total: number;
}

export const MILESTONES_A_PART = 30;

/** In the order of time. Without a part that exists: the one in which the plan goes on. */
export function planPart<M extends Planned>(all: readonly M[], asked?: string | undefined): PlanPart<M> {
  const milestones = byPeriod(all).flatMap((group) => group.milestones);
  const parts = Math.max(1, Math.ceil(milestones.length / MILESTONES_A_PART));
  const part = isPart(asked, parts) ? Number(asked) : currentPart(milestones);
  const start = (part - 1) * MILESTONES_A_PART;
  return {
    milestones: milestones.slice(start, start + MILESTONES_A_PART),
    part,
    parts,
    first: start + 1,
    total: milestones.length,
  };
}

function isPart(asked: string | undefined, parts: number): boolean {
  return asked !== undefined && /^[1-9][0-9]{0,3}$/.test(asked) && Number(asked) <= parts;
}

function currentPart(milestones: readonly Planned[]): number {
  const open = milestones.findIndex(({ status }) => status === 'open');
  const waiting = milestones.findIndex(({ status }) => status === 'waiting');
  const current = open >= 0 ? open : Math.max(waiting, 0);
  return Math.floor(current / MILESTONES_A_PART) + 1;
}
