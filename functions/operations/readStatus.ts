import { ANYBODY, type Viewer } from '../domain/access/viewer.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { flagAbout } from '../domain/flags/flagAbout.ts';
import { mailFailures } from '../domain/mails/failures.ts';
import type { Calendars } from '../domain/meetings/calendar.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { planNames } from '../domain/plan/planNames.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { scopeOf } from '../domain/reference.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { asSeenBy } from '../domain/seen/asSeenBy.ts';
import { flagsAsSeen } from '../domain/seen/flagsAsSeen.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { MilestoneRow } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import { type PlanningViews, planningViews } from './planningViews.ts';
import type { RecordStore, ReferenceData, WallClock } from './ports.ts';
import type { MilestoneView, TrajectoryStatus } from './statusViews.ts';
import { viewOfRound } from './viewOfRound.ts';

export interface StatusSources {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly now: WallClock;
}

/** What is there to see, and the rows it was made of: for a page that shows more of them. */
export interface StatusWithRows {
  readonly status: TrajectoryStatus;
  readonly plan: Plan;
  readonly calendars: Calendars;
  readonly rounds: readonly Round[];
  readonly requests: readonly DecisionRequest[];
}

/** Everything this viewer may see of a trajectory at one moment. Refuses UNKNOWN_TRAJECTORY. */
export async function readStatus(
  sources: StatusSources,
  id: string,
  viewer: Viewer = ANYBODY,
): Promise<TrajectoryStatus> {
  return (await readStatusWithRows(sources, id, viewer)).status;
}

/** As `readStatus`, with the rows as this viewer may see them: each is read once, whatever a page shows of it. */
export async function readStatusWithRows(
  sources: StatusSources,
  id: string,
  viewer: Viewer = ANYBODY,
): Promise<StatusWithRows> {
  const { store, reference, now } = sources;
  const trajectory = await knownTrajectory(store, id);
  const [plan, milestoneRows, roundRows, requestRows, flagRows, replannings, { calendars }] =
    await Promise.all([
      store.plan(trajectory),
      store.milestones(id),
      store.rounds(id),
      store.requests(id),
      store.flags(id),
      trajectory.planVersion > 1 ? store.replannings(id) : [],
      reference.calendars(scopeOf(trajectory)),
    ]);
  const today = todayOf(trajectory, now());
  const rows = { milestones: milestoneRows, rounds: roundRows, requests: requestRows };
  const { milestones, rounds, requests, hidden } = asSeenBy(viewer, plan, rows, today);
  const flags = flagsAsSeen(hidden, flagRows);
  const replanned = replannings.at(-1);
  const planning = planningViews({ plan, calendars, milestones, rounds, requests, replanned, today });
  const called = planNames(plan);
  const names = new Map(bodiesOf(plan).map((body) => [body.id, body.name]));
  const views = [...rounds]
    .sort(
      (a, b) =>
        a.openedAt.localeCompare(b.openedAt) || a.family.localeCompare(b.family) || a.number - b.number,
    )
    .map((round) => viewOfRound(round, requests, names, trajectory.clock, planning, today));
  const status: TrajectoryStatus = {
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
  return { status, plan, calendars, rounds, requests };
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
