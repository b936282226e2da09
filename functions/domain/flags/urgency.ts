import { type Day, dayOf } from '../calendar/days.ts';
import type { Flag } from '../trajectory.ts';

/** `act`: it went wrong, or the day is past. `soon`: it will, unless something is done. `watch`: good to know in time. */
export const URGENCIES = ['act', 'soon', 'watch'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_OF: Readonly<Record<Flag['flag'], Urgency>> = {
  overdue: 'act',
  stuck: 'act',
  'late-correction': 'act',
  'mail-failed': 'act',
  'mail-bounced': 'act',
  'watch-failed': 'act',
  overspent: 'act',
  'ledger-difference': 'act',
  'at-risk': 'soon',
  'no-meeting-left': 'soon',
  'late-allocation': 'soon',
  'forecast-shortfall': 'soon',
  unspent: 'soon',
  approaching: 'watch',
  'waiting-on-predecessor': 'watch',
  uncommitted: 'watch',
  'no-benefit': 'watch',
};

type Standing = Pick<Flag, 'flag' | 'subject' | 'date' | 'raisedAt'>;

/** The day a flag is about; of one without a day, the day since which it stands. */
export function dayOfFlag({ date, raisedAt }: Standing): Day {
  return date ?? dayOf(raisedAt);
}

/** The most urgent first, and of the same urgency the earliest day; the same flags always in the same order. */
export function byUrgency<T extends Standing>(flags: readonly T[]): T[] {
  const keyOf = (flag: T) =>
    `${URGENCIES.indexOf(URGENCY_OF[flag.flag])} ${dayOfFlag(flag)} ${flag.flag} ${flag.subject}`;
  return [...flags].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
