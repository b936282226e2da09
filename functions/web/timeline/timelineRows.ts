import { type Day, dayOf, earlierDay, laterDay } from '../../domain/calendar/days.ts';
import { periodOf } from '../../domain/calendar/periods.ts';
import { FLAG_WORD } from '../../domain/dutch.ts';
import type { Flag } from '../../domain/trajectory.ts';
import type { MilestoneView, RoundView } from '../../operations/statusViews.ts';
import { roundName } from '../pages/roundName.ts';
import { standingFlags } from './standingFlags.ts';

export type Piece = 'planned' | 'done' | 'under-way' | 'expected' | 'critical' | 'late' | 'stopped';

/** Days from `from` up to and including `until`, drawn as a bar. */
export interface Bar {
  readonly piece: Piece;
  readonly from: Day;
  readonly until: Day;
}

/** A line of the drawing: a milestone or a round. */
export interface TimelineRow {
  readonly label: string;
  readonly critical: boolean;
  /** What the flags say that stand for it. */
  readonly flags: readonly string[];
  readonly bars: readonly Bar[];
  /** By when it must be done. */
  readonly dueOn?: Day;
}

const SIGN: Readonly<Record<MilestoneView['status'] | RoundView['status'], string>> = {
  completed: '✓',
  concluded: '✓',
  open: '●',
  waiting: '○',
  withdrawn: '✕',
  'handed-over': '↺',
};

/** As much of a milestone as is drawn. */
export type DrawnMilestone = Pick<
  MilestoneView,
  'id' | 'title' | 'status' | 'period' | 'dueOn' | 'completedOn'
> & { readonly forecast: Pick<MilestoneView['forecast'], 'startsOn' | 'expectedOn' | 'critical'> };

/** As much of a round as is drawn. */
export type DrawnRound = Pick<RoundView, 'id' | 'title' | 'status' | 'openedAt' | 'closedAt'> & {
  readonly requests: readonly Pick<RoundView['requests'][number], 'status'>[];
};

export function milestoneRow(milestone: DrawnMilestone, flags: readonly Flag[], today: Day): TimelineRow {
  const { title, status, period, dueOn, forecast } = milestone;
  return {
    label: `${SIGN[status]} ${title}`,
    critical: forecast.critical,
    flags: standingFlags(flags, milestone.id).map(({ flag }) => FLAG_WORD[flag]),
    bars: [{ piece: 'planned', ...periodOf(period) }, ...barsOf(milestone, today)],
    dueOn,
  };
}

/** What happened and what is expected: over the period the plan gives it. */
function barsOf({ status, completedOn, dueOn, forecast }: DrawnMilestone, today: Day): Bar[] {
  const { startsOn, expectedOn, critical } = forecast;
  if (completedOn) return [{ piece: 'done', from: earlierDay(startsOn, completedOn), until: completedOn }];
  if (status === 'withdrawn') return [];
  const bars: Bar[] = [];
  const underWay = status === 'open' && startsOn <= today;
  if (underWay) bars.push({ piece: 'under-way', from: startsOn, until: today });
  const from = underWay ? today : startsOn;
  // A stage that has passed keeps its milestone open until the round moves on: nothing more is expected of it.
  if (expectedOn >= from) bars.push({ piece: critical ? 'critical' : 'expected', from, until: expectedOn });
  if (expectedOn > dueOn) bars.push({ piece: 'late', from: laterDay(startsOn, dueOn), until: expectedOn });
  return bars;
}

export function roundRow(round: DrawnRound, flags: readonly Flag[], today: Day): TimelineRow {
  const answered = round.requests.filter(({ status }) => status === 'decided').length;
  const from = dayOf(round.openedAt);
  const until = round.closedAt ? dayOf(round.closedAt) : today;
  const piece = round.status === 'open' ? 'under-way' : round.status === 'concluded' ? 'done' : 'stopped';
  return {
    label: `${SIGN[round.status]} ${roundName(round)} (${answered} van ${round.requests.length} antwoorden)`,
    critical: false,
    flags: standingFlags(flags, round.id).map(({ flag }) => FLAG_WORD[flag]),
    bars: [{ piece, from, until: laterDay(from, until) }],
  };
}

/** Rounds that fall in the drawing; those that run come first, then the latest. */
export function drawnRounds<R extends Pick<RoundView, 'status'>>(
  { rounds }: { readonly rounds: readonly R[] },
  most: number,
): readonly R[] {
  const running = rounds.filter(({ status }) => status === 'open');
  const others = rounds.filter(({ status }) => status !== 'open');
  const kept = new Set([...running, ...others.reverse()].slice(0, most));
  return rounds.filter((round) => kept.has(round));
}
