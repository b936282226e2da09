import type { Day } from '../domain/calendar/days.ts';
import { isUnderEmbargo } from '../domain/decision/embargo.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { leavingDay, silenceTerm } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { PlanningViews } from './planningViews.ts';
import type { RequestView, RoundView } from './statusViews.ts';

/** A round with what each of its bodies answered or still has to; never a token. */
export function viewOfRound(
  round: Round,
  all: readonly DecisionRequest[],
  names: ReadonlyMap<string, string>,
  clock: Trajectory['clock'],
  planning: PlanningViews,
  today: Day,
): RoundView {
  const id = formatRoundId(round);
  const requests = all.filter((request) => request.round === id);
  return {
    id,
    title: round.title,
    status: round.status,
    verdict: round.verdict ?? null,
    openedAt: round.openedAt,
    closedAt: round.closedAt ?? null,
    revisionNote: round.revisionNote ?? null,
    revised: round.revisedAt !== undefined,
    stage: round.stage,
    epoch: round.epoch,
    requests: round.stages.flatMap((stage, index) =>
      stage.bodies.map((body) => {
        const request = requests.find((each) => each.body === body);
        const term = request?.status === 'open' ? termOf(request, round, clock) : undefined;
        return {
          ...viewOfRequest(body, names.get(body) ?? body, stage.role, request, term),
          embargo: embargoOf(request, today),
          ...planning.ofRequest(round, index, body, request),
        };
      }),
    ),
  };
}

/** As far as it is known: the term of a request that has not left yet will be longer. */
function termOf(request: DecisionRequest, round: Round, clock: Trajectory['clock']): string | undefined {
  const sentAt = request.mails.asked?.sentAt;
  return silenceTerm(request, round, sentAt && leavingDay(clock, sentAt));
}

function viewOfRequest(
  body: string,
  name: string,
  role: string,
  request: DecisionRequest | undefined,
  term: string | undefined,
): Omit<RequestView, 'dueOn' | 'papersBy' | 'moved' | 'embargo'> {
  // What a postponement said is shown as long as it is the last word.
  const deferral = request?.status === 'decided' ? undefined : request?.deferrals.at(-1);
  return {
    body,
    name,
    role,
    status: request?.status ?? 'expected',
    askedAt: request?.askedAt ?? null,
    outcome: request?.outcome ?? null,
    decidedOn: request?.decidedOn ?? null,
    newDate: deferral?.newDate ?? null,
    reference: request?.reference ?? deferral?.reference ?? null,
    note: request?.note ?? deferral?.note ?? null,
    silence: request?.via === 'watch',
    silenceOn: term ?? null,
  };
}

function embargoOf(request: DecisionRequest | undefined, today: Day): Day | null {
  return isUnderEmbargo(request?.embargo, today) ? request.embargo : null;
}
