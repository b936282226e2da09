import { auditEntry } from '../domain/audit.ts';
import { dayOf } from '../domain/calendar/days.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import type { Calendars } from '../domain/meetings/calendar.ts';
import { openableMilestones } from '../domain/milestones/openable.ts';
import { planHash } from '../domain/plan/planHash.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { asSeen } from '../domain/replan/asSeen.ts';
import { comparePlans, type PlanComparison } from '../domain/replan/comparePlans.ts';
import { wouldUndo } from '../domain/replan/refusals/wouldUndo.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import { openMilestones } from './openMilestones.ts';
import type { RecordStore } from './ports.ts';
import { readState } from './readState.ts';
import { withdrawWhatWasDropped } from './withdrawWhatWasDropped.ts';

const MOST_ATTEMPTS = 5;
/** A transaction has at most 100 items (DynamoDB); three are the trajectory, the re-planning and its entry in the log. */
const MOST_AS_SEEN = 97;

/** What is to be replaced by what, and why; the calendars are those of today. */
export interface ReplanOrder {
  readonly trajectory: string;
  readonly plan: Plan;
  readonly reason: string;
  readonly calendars: Calendars;
  /** The version that was in front of who made the plan; absent: whichever counts. */
  readonly basedOn?: number;
}

export interface Replanned {
  readonly changed: boolean;
  /** The version of the plan that counts afterwards; of a preview, that would count. */
  readonly version: number;
  readonly comparison: PlanComparison;
}

export interface ReplanPreview extends Replanned {
  /** Ids of the milestones that would open at once. */
  readonly opens: readonly string[];
}

/** What `replan` would do; writes nothing. Refuses what `replan` refuses. */
export async function previewReplan(
  store: RecordStore,
  order: ReplanOrder,
  at: string,
): Promise<ReplanPreview> {
  const { changed, trajectory, comparison, milestones } = await judged(store, order, at);
  const opens = openableMilestones(order.plan, milestones, dayOf(at)).map(({ milestone }) => milestone.id);
  return { changed, version: trajectory.planVersion + (changed ? 1 : 0), comparison, opens };
}

/**
 * Replaces the plan while rounds are open: one transaction switches to the staged plan; what it drops is withdrawn and
 * what it lets begin is opened afterwards, by the watch if this breaks off. The same plan again is a success without
 * effect. Refuses UNKNOWN_TRAJECTORY, REPLAN_IMPOSSIBLE (all reasons at once), and CONFLICT when another re-planning
 * came first; then nothing was changed.
 */
export async function replan(
  store: RecordStore,
  order: ReplanOrder,
  at: string,
  recordedBy: RecordedBy,
): Promise<Replanned> {
  let version: number | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { changed, trajectory, comparison, unchanged } = await judged(store, order, at);
    if (!changed) {
      await withdrawWhatWasDropped(store, trajectory);
      return { changed, version: trajectory.planVersion, comparison };
    }
    version ??= trajectory.planVersion;
    if (trajectory.planVersion !== version) throw overtaken(trajectory);
    const replanning = replanningOf(trajectory, order, comparison, at, recordedBy);
    await store.stagePlan(trajectory.id, order.plan);
    const entry = entryOf(replanning, comparison);
    if (!(await store.writeReplanning(trajectory, order.plan.title, replanning, unchanged, entry))) continue;
    const switched = await knownTrajectory(store, trajectory.id);
    await withdrawWhatWasDropped(store, switched);
    await openMilestones(store, switched, at);
    return { changed, version: replanning.version, comparison };
  }
  throw new Refusal(
    'UNAVAILABLE',
    `Traject ${order.trajectory} veranderde op dit moment; probeer het opnieuw.`,
  );
}

async function judged(
  store: RecordStore,
  { trajectory: id, plan, reason, calendars, basedOn }: ReplanOrder,
  at: string,
) {
  const trajectory = await knownTrajectory(store, id);
  const [previous, state] = await Promise.all([store.plan(trajectory), readState(store, id)]);
  const changed = planHash(plan) !== trajectory.planHash;
  if (changed && basedOn !== undefined && basedOn !== trajectory.planVersion) throw overtaken(trajectory);
  const refusals = wouldUndo({ previous, plan, state });
  const unchanged = asSeen(previous, plan, state);
  const { rounds, milestones, requests } = unchanged;
  if (rounds.length + milestones.length + requests.length > MOST_AS_SEEN) {
    refusals.push(
      `Dit plan laat meer dan ${MOST_AS_SEEN} mijlpalen en ronden tegelijk vervallen of veranderen; voer het in stappen in.`,
    );
  }
  if (refusals.length > 0) throw new Refusal('REPLAN_IMPOSSIBLE', refusals.join(' '));
  return {
    changed,
    trajectory,
    milestones: state.milestones,
    unchanged,
    comparison: comparePlans(previous, plan, state, calendars, dayOf(at), reason),
  };
}

function overtaken({ id, planVersion }: Trajectory): Refusal {
  return new Refusal(
    'CONFLICT',
    `Het plan van traject ${id} is inmiddels door een ander vervangen (versie ${planVersion}); bekijk dat plan en voer uw wijziging daarop opnieuw in.`,
  );
}

function replanningOf(
  { id, planHash: previousPlanHash, planVersion }: Trajectory,
  { plan, reason }: ReplanOrder,
  { moves, added, removed, rounds, partners }: PlanComparison,
  at: string,
  recordedBy: RecordedBy,
): Replanning {
  return {
    kind: 'replanning',
    schemaVersion: SCHEMA_VERSION,
    trajectory: id,
    version: planVersion + 1,
    planHash: planHash(plan),
    previousPlanHash,
    reason,
    at,
    ...recordedBy,
    changes: { moves: moves.map(({ reason: _once, ...move }) => move), added, removed, rounds, partners },
    mails: {},
    lastWrite: 'replanned',
  };
}

function entryOf(replanning: Replanning, { moves, added, removed, rounds }: PlanComparison) {
  const { trajectory, at, by, via, reason, version, planHash: plan } = replanning;
  return auditEntry({
    trajectory,
    at,
    what: 'replanned',
    subject: trajectory,
    by,
    via,
    details: {
      reason,
      version,
      plan,
      moved: moves.length,
      added: added.length,
      removed: removed.length,
      withdrawn: rounds.filter(({ round }) => round).length,
    },
  });
}
