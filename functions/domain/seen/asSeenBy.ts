import { maySeeEmbargoed, type Viewer } from '../access/viewer.ts';
import type { Day } from '../calendar/days.ts';
import { isUnderEmbargo } from '../decision/embargo.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import type { MilestoneRow } from '../trajectory.ts';
import { answerGiven } from './answerGiven.ts';
import { type Hidden, NOTHING_HIDDEN } from './hidden.ts';
import { hiddenMilestones, milestonesAsSeen } from './hiddenMilestones.ts';
import { unweighed } from './unweighed.ts';

export interface Rows {
  readonly milestones: readonly MilestoneRow[];
  readonly rounds: readonly Round[];
  readonly requests: readonly DecisionRequest[];
}

/** The rows as this viewer may see them, and what they leave out: for flags and the log (entryAsSeen, flagsAsSeen). */
export interface SeenRows extends Rows {
  readonly hidden: Hidden;
}

/**
 * The one place that decides who sees what of answers under embargo (docs/decisions/0018). Of such an answer others see
 * that it was given. What followed from it would tell the rest, so to them the round still stands at that stage: not
 * weighed, nothing asked, begun or completed after it. What a viewer's own municipality was asked it sees.
 */
export function asSeenBy(viewer: Viewer, plan: Plan, rows: Rows, today: Day): SeenRows {
  const may = (request: DecisionRequest) => maySeeEmbargoed(viewer, request);
  const embargoed = rows.requests.filter(
    (request) => request.status === 'decided' && isUnderEmbargo(request.embargo, today) && !may(request),
  );
  if (embargoed.length === 0) return { ...rows, hidden: NOTHING_HIDDEN };

  const stageOf = new Map<string, number>();
  for (const { round, stage } of embargoed) stageOf.set(round, Math.min(stage, stageOf.get(round) ?? stage));
  const isLater = ({ round, stage }: DecisionRequest) => stage > (stageOf.get(round) ?? stage);
  const later = rows.requests.filter((request) => isLater(request) && !may(request));
  const milestones = hiddenMilestones(plan, rows.rounds, stageOf);
  const asked = new Set(rows.requests.filter(may).map(({ round }) => round));
  const rounds = new Set(
    rows.rounds
      .filter((round) => followsFrom(round, rows.rounds, stageOf) || opensWith(plan, round, milestones.later))
      .map(formatRoundId)
      .filter((id) => !asked.has(id)),
  );
  const isShown = (request: DecisionRequest) => !later.includes(request) && !rounds.has(request.round);
  return {
    milestones: milestonesAsSeen(rows.milestones, milestones),
    rounds: rows.rounds
      .filter((round) => !rounds.has(formatRoundId(round)))
      .map((round) => unweighed(round, stageOf.get(formatRoundId(round)))),
    requests: rows.requests
      .filter(isShown)
      .map((request) => (embargoed.includes(request) ? answerGiven(request) : request)),
    hidden: {
      answers: new Map(embargoed.map((request) => [subjectOf(request), request.embargo ?? today])),
      later: new Set(later.map(subjectOf)),
      unweighed: stageOf,
      rounds,
      completed: milestones.completed,
      milestones: milestones.later,
    },
  };
}

function subjectOf({ round, body }: DecisionRequest): string {
  return `${round} ${body}`;
}

/** A revised proposal says that the round before it was divided. */
function followsFrom(
  { family, number }: Round,
  rounds: readonly Round[],
  stageOf: ReadonlyMap<string, number>,
): boolean {
  return rounds.some(
    (before) =>
      before.family === family &&
      before.number < number &&
      before.status !== 'withdrawn' &&
      stageOf.has(formatRoundId(before)),
  );
}

function opensWith(plan: Plan, { family }: Round, milestones: ReadonlySet<string>): boolean {
  const first = plan.rounds.find(({ id }) => id === family)?.stages[0]?.milestone;
  return first !== undefined && milestones.has(first);
}
