import type { Calendars } from '../meetings/calendar.ts';
import { bodiesOfStage } from '../plan/bodies.ts';
import { roundOfMilestone } from '../plan/derived.ts';
import type { Plan, PlanRound } from '../plan/schema.ts';
import { dueOfRequest } from '../planning/dueOfRequest.ts';
import { type DueDate, type Planning, requestKeyOf } from '../planning/planning.ts';
import type { TrajectoryState } from '../planning/state.ts';
import { formatRoundId } from '../roundId.ts';
import type { Move } from './changes.ts';
import { latestRound } from './latestRound.ts';

/** A plan with the days it gives. */
export interface Planned {
  readonly plan: Plan;
  readonly planning: Planning;
}

/**
 * Every due day that is another under the new plan: of milestones that are not completed, and of bodies that have not
 * answered, also those that have yet to be asked. Bodies of a stage that move alike are one move.
 */
export function moves(
  before: Planned,
  after: Planned,
  state: TrajectoryState,
  calendars: Calendars,
  reason: string,
): Move[] {
  const why = `herplanning: ${reason.replace(/\.$/, '')}`;
  return [
    ...milestoneMoves(before, after, state, why),
    ...after.plan.rounds.flatMap((round) => roundMoves(before, after, round, state, calendars, why)),
  ];
}

function milestoneMoves(before: Planned, after: Planned, state: TrajectoryState, why: string): Move[] {
  return after.plan.milestones.flatMap(({ id, title, owner }) => {
    const from = before.planning.milestones.get(id)?.due;
    const to = after.planning.milestones.get(id)?.due;
    const done = state.milestones.some((row) => row.id === id && row.status === 'completed');
    if (!from || !to || done || from.day === to.day) return [];
    const owners = roundOfMilestone(after.plan, id) ? [] : bodiesOfStage(after.plan, { ask: owner });
    const bodies = owners.map((body) => body.id);
    return [moveOf({ of: 'milestone', subject: id, title, bodies }, from, to, why)];
  });
}

function roundMoves(
  before: Planned,
  after: Planned,
  planRound: PlanRound,
  state: TrajectoryState,
  calendars: Calendars,
  why: string,
): Move[] {
  const latest = latestRound(state, planRound.id);
  if (latest?.round.status === 'concluded') return [];
  const running = latest?.round.status === 'open' ? latest : undefined;
  const what = running
    ? ({ of: 'running', subject: formatRoundId(running.round) } as const)
    : ({ of: 'expected', subject: planRound.id } as const);
  const found = planRound.stages.flatMap((stage, index) =>
    bodiesOfStage(after.plan, stage).flatMap(({ id: body }) => {
      const request = running?.requests.find((each) => each.body === body);
      if (request && request.status !== 'open') return [];
      const due = ({ plan, planning }: Planned): DueDate | undefined =>
        running && request
          ? dueOfRequest(plan, calendars, planning, running.round, request)
          : planning.requests.get(requestKeyOf(planRound.id, index, body));
      const [from, to] = [due(before), due(after)];
      if (!from || !to || from.day === to.day) return [];
      return [moveOf({ ...what, title: planRound.title, bodies: [body] }, from, to, why)];
    }),
  );
  return together(found);
}

function moveOf(
  what: Pick<Move, 'of' | 'subject' | 'title' | 'bodies'>,
  from: DueDate,
  to: DueDate,
  why: string,
): Move {
  const because = to.moved.map(({ reason }) => reason).join('; ');
  return {
    ...what,
    from: from.day,
    to: to.day,
    ...(to.papersBy < to.day && { papersBy: to.papersBy }),
    ...(because && { because }),
    reason: why,
  };
}

function together(found: readonly Move[]): Move[] {
  const alike = new Map<string, Move>();
  for (const move of found) {
    const key = [move.from, move.to, move.papersBy, move.because].join('#');
    const known = alike.get(key);
    alike.set(key, known ? { ...known, bodies: [...new Set([...known.bodies, ...move.bodies])] } : move);
  }
  return [...alike.values()];
}
