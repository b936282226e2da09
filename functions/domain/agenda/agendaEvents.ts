import { type Body, bodiesOf, bodiesOfStage } from '../plan/bodies.ts';
import { firstMilestoneOf } from '../plan/derived.ts';
import type { Plan, PlanRound } from '../plan/schema.ts';
import { dueOfRequest } from '../planning/dueOfRequest.ts';
import type { Planning } from '../planning/planning.ts';
import type { TrajectoryState } from '../planning/state.ts';
import type { DecisionRequest, FrozenStage, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { type AgendaEvent, eventsOfRequest, reasonsOf, sequenceOfRequest, uidOf } from './agendaEvent.ts';
import type { DueTerms } from './dueTerms.ts';

/** What an agenda is drawn from. */
export interface AgendaSource extends DueTerms {
  readonly trajectory: string;
  readonly plan: Plan;
  readonly state: TrajectoryState;
  readonly planning: Planning;
}

type Expected = Pick<DecisionRequest, 'stage' | 'body' | 'deferrals' | 'askedAt'>;

/** All that a body (all bodies, without one) is asked and will be: by the planning, in the order of the days. */
export function agendaEvents(source: AgendaSource, bodyId?: string): AgendaEvent[] {
  const events = [
    ...source.plan.rounds.flatMap((round) => eventsOfFamily(source, round, bodyId)),
    ...(bodyId === undefined ? eventsOfMilestones(source) : []),
  ];
  return events.sort((a, b) => (a.day + a.uid < b.day + b.uid ? -1 : 1));
}

/**
 * The pass of this round that is open; otherwise the one that is expected: the first, or after a divided one the next.
 * Nothing after a round that was concluded or withdrawn: that one is no longer among what is open.
 */
function eventsOfFamily(source: AgendaSource, planRound: PlanRound, bodyId?: string): AgendaEvent[] {
  const latest = source.state.rounds
    .filter(({ round }) => round.family === planRound.id)
    .reduce<TrajectoryState['rounds'][number] | undefined>(
      (a, b) => (a && a.round.number > b.round.number ? a : b),
      undefined,
    );
  if (latest?.round.status === 'open') return eventsOfOpen(source, latest.round, latest.requests, bodyId);
  if (latest && latest.round.status !== 'handed-over') return [];
  const wasOpened = source.state.milestones.some(({ id }) => id === firstMilestoneOf(planRound));
  if (!latest && wasOpened) return [];
  const expected = { family: planRound.id, number: (latest?.round.number ?? 0) + 1, title: planRound.title };
  return planRound.stages.flatMap((stage, index) =>
    bodiesOfStage(source.plan, stage)
      .filter(({ id }) => bodyId === undefined || id === bodyId)
      .flatMap((body) => eventsOfBody(source, expected, index, stage.role, body, undefined)),
  );
}

function eventsOfOpen(
  source: AgendaSource,
  round: Round,
  requests: readonly DecisionRequest[],
  bodyId?: string,
): AgendaEvent[] {
  const bodies = bodiesOf(source.plan);
  return round.stages.flatMap((stage, index) =>
    stage.bodies
      .filter((id) => bodyId === undefined || id === bodyId)
      .flatMap((id) => {
        const body = bodies.find((each) => each.id === id);
        const request = requests.find((each) => each.body === id);
        if (!body || (request && request.status !== 'open')) return [];
        return eventsOfBody(source, round, index, stage.role, body, request);
      }),
  );
}

function eventsOfBody(
  source: AgendaSource,
  round: Pick<Round, 'family' | 'number' | 'title'>,
  stage: number,
  role: FrozenStage['role'],
  body: Body,
  known: DecisionRequest | undefined,
): AgendaEvent[] {
  const request: Expected = known ?? { stage, body: body.id, deferrals: [] };
  const due = dueOfRequest(source.plan, source.calendars, source, round, request);
  if (!due) return [];
  return eventsOfRequest({
    trajectory: source.trajectory,
    round: formatRoundId(round),
    title: round.title,
    body,
    role,
    due,
    sequence: sequenceOfRequest(source.sequence, request),
    asked: request.askedAt !== undefined,
  });
}

function eventsOfMilestones({ trajectory, plan, planning, state, sequence }: AgendaSource): AgendaEvent[] {
  return plan.milestones.flatMap(({ id, title }): AgendaEvent[] => {
    const row = state.milestones.find((each) => each.id === id);
    const due = planning.milestones.get(id)?.due;
    if (!due || (row && row.status !== 'open')) return [];
    return [
      {
        uid: uidOf(trajectory, id, 'milestone'),
        sequence: sequence + (row ? 1 : 0),
        day: due.day,
        status: row ? 'confirmed' : 'tentative',
        summary: `Mijlpaal uiterlijk: ${title}`,
        description: [...reasonsOf(due), `Traject ${trajectory}.`].join('\n'),
      },
    ];
  });
}
