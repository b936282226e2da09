import { dayOf } from '../domain/calendar/days.ts';
import { flagAbout } from '../domain/flags/flagAbout.ts';
import { mailFailures } from '../domain/mails/failures.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { planNames } from '../domain/plan/planNames.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { scopeOf } from '../domain/reference.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { leavingDay, silenceTerm } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { MilestoneRow, Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import { type PlanningViews, planningViews } from './planningViews.ts';
import type { RecordStore, ReferenceData, WallClock } from './ports.ts';
import type { MilestoneView, RequestView, RoundView, TrajectoryStatus } from './statusViews.ts';

export interface StatusSources {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly now: WallClock;
}

/** Everything there is to see of a trajectory at one moment. Refuses UNKNOWN_TRAJECTORY. */
export async function readStatus(sources: StatusSources, id: string): Promise<TrajectoryStatus> {
  const { store, reference, now } = sources;
  const trajectory = await knownTrajectory(store, id);
  const [plan, milestones, rounds, requests, flags, replannings, { calendars }] = await Promise.all([
    store.plan(trajectory),
    store.milestones(id),
    store.rounds(id),
    store.requests(id),
    store.flags(id),
    trajectory.planVersion > 1 ? store.replannings(id) : [],
    reference.calendars(scopeOf(trajectory)),
  ]);
  const today = todayOf(trajectory, now());
  const replanned = replannings.at(-1);
  const planning = planningViews({ plan, calendars, milestones, rounds, requests, replanned, today });
  const called = planNames(plan);
  const names = new Map(bodiesOf(plan).map((body) => [body.id, body.name]));
  const views = [...rounds]
    .sort(
      (a, b) =>
        a.openedAt.localeCompare(b.openedAt) || a.family.localeCompare(b.family) || a.number - b.number,
    )
    .map((round) => viewOfRound(round, requests, names, trajectory.clock, planning));
  return {
    trajectory: id,
    title: trajectory.title,
    clock: trajectory.clock,
    lead: plan.lead.name,
    startedAt: trajectory.startedAt,
    today,
    forecast: planning.forecast,
    replanned: replanned
      ? { version: replanned.version, on: dayOf(replanned.at), reason: replanned.reason }
      : null,
    milestones: milestonesOf(plan, milestones, rounds, planning),
    rounds: views,
    openRequests: views
      .filter(({ status }) => status === 'open')
      .flatMap((round) =>
        round.requests
          .filter(({ status }) => status === 'open')
          .map((request) => ({ ...request, round: round.id })),
      ),
    flags: flags.map((flag) => ({ ...flag, about: flagAbout(called, flag) })),
    failedMails: rounds.flatMap((round) =>
      mailFailures(
        round,
        requests.filter((request) => request.round === formatRoundId(round)),
      ),
    ),
  };
}

/** A milestone of a later stage has no row until it is completed: it is open while its stage is asked. */
function milestonesOf(
  plan: Plan,
  rows: readonly MilestoneRow[],
  rounds: readonly Round[],
  planning: PlanningViews,
): MilestoneView[] {
  const asked = new Set(
    rounds
      .filter(({ status }) => status === 'open')
      .flatMap((round) => round.stages[round.stage]?.milestone ?? []),
  );
  return plan.milestones.map((milestone) => {
    const row = rows.find(({ id }) => id === milestone.id);
    return {
      id: milestone.id,
      title: milestone.title,
      kind: milestone.kind,
      period: milestone.period,
      status: row?.status ?? (asked.has(milestone.id) ? 'open' : 'waiting'),
      ...planning.ofMilestone(milestone.id),
      completedOn: row?.completedOn ?? null,
      waitsFor: milestone.waitsFor,
      owner: milestone.owner,
      note: milestone.note ?? null,
    };
  });
}

function viewOfRound(
  round: Round,
  all: readonly DecisionRequest[],
  names: ReadonlyMap<string, string>,
  clock: Trajectory['clock'],
  planning: PlanningViews,
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
): Omit<RequestView, 'dueOn' | 'papersBy' | 'moved'> {
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
