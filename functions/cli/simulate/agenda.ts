import { addDays, type Day, dayOf } from '../../domain/calendar/days.ts';
import { periodOf } from '../../domain/calendar/periods.ts';
import { addWorkingDays, nextWorkingDay } from '../../domain/calendar/workingDays.ts';
import type { Answer } from '../../domain/decision/answer.ts';
import { type FinalOutcome, OUTCOMES_OF_ROLE, USUAL_OUTCOME } from '../../domain/decision/outcomes.ts';
import type { BookingOrder } from '../../domain/ledger/bookingOrder.ts';
import { opensNotBefore } from '../../domain/plan/derived.ts';
import type { Plan, PlanMilestone } from '../../domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../../domain/round/round.ts';
import { silenceTerm } from '../../domain/round/silenceTerm.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import type { Snapshot } from '../../operations/untilAtRest.ts';
import type { Scenario } from './scenario.ts';

export type PlannedEvent =
  | { readonly day: Day; readonly kind: 'answer'; readonly answer: Omit<Answer, 'trajectory'> }
  | { readonly day: Day; readonly kind: 'complete'; readonly milestone: string; readonly on: Day }
  | { readonly day: Day; readonly kind: 'revise'; readonly round: string }
  | { readonly day: Day; readonly kind: 'kill'; readonly fault: number }
  | { readonly day: Day; readonly kind: 'replan'; readonly replan: number }
  | { readonly day: Day; readonly kind: 'book'; readonly booking: number }
  /** A day on which the watch itself may do something: nothing is done, but the days before it are played first. */
  | { readonly day: Day; readonly kind: 'look' };

/** Everything that will happen as far as it is known now, on its day; what lies in the past is due at once. */
export function agenda(
  scenario: Scenario,
  plan: Plan,
  snapshot: Snapshot,
  bookings: readonly BookingOrder[],
  done: Readonly<Record<'kills' | 'replans' | 'bookings', ReadonlySet<number>>>,
): PlannedEvent[] {
  return [
    // Another plan first: what people do that day, they do under it.
    ...scenario.replans.flatMap(({ on }, replan): PlannedEvent[] =>
      done.replans.has(replan) ? [] : [{ day: on, kind: 'replan', replan }],
    ),
    // A fault first: what people do that day comes to an execution that is gone.
    ...scenario.faults.flatMap(({ on }, fault): PlannedEvent[] =>
      done.kills.has(fault) ? [] : [{ day: on, kind: 'kill', fault }],
    ),
    ...bookings.flatMap(({ date }, booking): PlannedEvent[] =>
      done.bookings.has(booking) ? [] : [{ day: date, kind: 'book', booking }],
    ),
    ...snapshot.rounds.flatMap(({ round, requests }) => eventsOfRound(scenario, round, requests)),
    ...plan.milestones.flatMap((milestone) => eventsOfMilestone(scenario, plan, milestone, snapshot)),
  ];
}

function eventsOfRound(
  scenario: Scenario,
  round: Round,
  requests: readonly DecisionRequest[],
): PlannedEvent[] {
  if (round.status === 'handed-over' && !round.revisedAt && round.closedAt) {
    return [
      {
        day: addWorkingDays(dayOf(round.closedAt), scenario.revisions.after),
        kind: 'revise',
        round: formatRoundId(round),
      },
    ];
  }
  if (round.status !== 'open') return [];
  return round.stages.flatMap((stage) =>
    stage.bodies.flatMap((body): PlannedEvent[] => {
      const request = requests.find((each) => each.body === body);
      if (request && request.status !== 'open') return [];
      const answer = nextAnswer(scenario, round, body, stage.role, request);
      const silenceOn = request && silenceTerm(request, round);
      return [
        ...(answer ? [answer] : []),
        ...(silenceOn ? [{ day: nextWorkingDay(addDays(silenceOn, 1)), kind: 'look' as const }] : []),
      ];
    }),
  );
}

/** The scenario's next entry for this body in this round, or what a body does unless said otherwise. */
function nextAnswer(
  scenario: Scenario,
  round: Round,
  body: string,
  role: DecisionRequest['role'],
  request: DecisionRequest | undefined,
): PlannedEvent | undefined {
  const id = formatRoundId(round);
  const entries = scenario.decisions.filter((entry) => entry.round === id && entry.body === body);
  const given = request?.deferrals.length ?? 0;
  const entry = entries[given];
  const usual: FinalOutcome =
    scenario.default.outcome !== 'role' && OUTCOMES_OF_ROLE[role].includes(scenario.default.outcome)
      ? scenario.default.outcome
      : USUAL_OUTCOME[role];
  if (entry) {
    if (entry.silent || !entry.outcome || !entry.on) return undefined;
    const { outcome, on, newDate, reference, note } = entry;
    return {
      day: on,
      kind: 'answer',
      answer: {
        round: id,
        body,
        outcome,
        on,
        ...(newDate && { newDate }),
        ...(reference && { reference }),
        ...(note && { note }),
      },
    };
  }
  const deferredTo = request?.deferrals.at(-1)?.newDate;
  const day =
    deferredTo ?? (request?.askedAt && addWorkingDays(dayOf(request.askedAt), scenario.default.after));
  return day ? { day, kind: 'answer', answer: { round: id, body, outcome: usual, on: day } } : undefined;
}

const WORKING_DAYS_BEFORE_END = -5;

function eventsOfMilestone(
  scenario: Scenario,
  plan: Plan,
  milestone: PlanMilestone,
  snapshot: Snapshot,
): PlannedEvent[] {
  const row = snapshot.milestones.find(({ id }) => id === milestone.id);
  if (!row) {
    const begins = opensNotBefore(milestone);
    const asks = plan.rounds.some(({ stages }) => stages[0]?.milestone === milestone.id);
    return [{ day: asks ? nextWorkingDay(begins) : begins, kind: 'look' }];
  }
  if (row.status !== 'open' || milestone.kind === 'decision' || milestone.kind === 'note') return [];
  const opened = dayOf(row.openedAt ?? row.completedAt ?? '');
  const said = scenario.completions.find((entry) => entry.milestone === milestone.id);
  if (said)
    return [
      { day: said.on > opened ? said.on : opened, kind: 'complete', milestone: milestone.id, on: said.on },
    ];
  const target = addWorkingDays(periodOf(milestone.period).until, WORKING_DAYS_BEFORE_END);
  const day = target >= opened ? target : addDays(opened, 1);
  return [{ day, kind: 'complete', milestone: milestone.id, on: day }];
}
