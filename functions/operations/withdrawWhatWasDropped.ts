import { auditEntry } from '../domain/audit.ts';
import { Refusal } from '../domain/refusal.ts';
import { isRunning } from '../domain/replan/latestRound.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import type { Round } from '../domain/round/round.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import type { MilestoneRow, Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';
import { withdrawRound } from './withdrawRound.ts';

/**
 * Withdraws the rounds and milestones that are open and that the plan does not have any more, with the reason and at
 * the moment of the re-planning that dropped them: whoever does it, and whenever, writes the same rows.
 */
export async function withdrawWhatWasDropped(
  store: RecordStore,
  seen: Trajectory,
): Promise<{ readonly rounds: string[]; readonly milestones: string[] }> {
  const done = { rounds: [] as string[], milestones: [] as string[] };
  if (seen.planVersion === 1) return done;
  // The rows first: what is in them was opened under a plan that the one read afterwards has replaced, or is.
  const milestones = await store.milestones(seen.id);
  const trajectory = await knownTrajectory(store, seen.id);
  const [plan, replannings] = await Promise.all([store.plan(trajectory), store.replannings(seen.id)]);
  for (const round of await namedRounds(store, seen.id, replannings)) {
    if (!isRunning(round) || plan.rounds.some(({ id }) => id === round.family)) continue;
    if (await withdraw(store, round, droppedBy(replannings, ofRound(round)))) {
      done.rounds.push(formatRoundId(round));
    }
  }
  for (const row of milestones) {
    if (row.status !== 'open' || plan.milestones.some(({ id }) => id === row.id)) continue;
    const by = droppedBy(replannings, ({ changes }) => changes.removed.includes(row.id));
    if (by && (await store.withdrawMilestone(row, entryOf(row, by)))) done.milestones.push(row.id);
  }
  return done;
}

/** Those that a re-planning says it withdraws; no others, however many a trajectory has had: a family never comes back. */
async function namedRounds(
  store: RecordStore,
  trajectory: string,
  replannings: readonly Replanning[],
): Promise<Round[]> {
  const ids = replannings.flatMap(({ changes }) => changes.rounds.flatMap(({ round }) => round ?? []));
  const rounds = await Promise.all([...new Set(ids)].map((id) => store.round(trajectory, parseRoundId(id))));
  return rounds.flatMap((round) => round ?? []);
}

/** The last one that did: what came back since and was dropped again went for the later reason. */
function droppedBy(
  replannings: readonly Replanning[],
  drops: (replanning: Replanning) => boolean,
): Replanning | undefined {
  return replannings.findLast(drops);
}

function ofRound(round: Round): (replanning: Replanning) => boolean {
  return ({ changes }) => changes.rounds.some((dropped) => dropped.round === formatRoundId(round));
}

async function withdraw(store: RecordStore, round: Round, by: Replanning | undefined): Promise<boolean> {
  if (!by) return false;
  const { trajectory, reason, at, version, via } = by;
  try {
    const id = formatRoundId(round);
    return (await withdrawRound(store, trajectory, id, reason, at, { by: by.by, via }, version)).changed;
  } catch (error) {
    // It was concluded, or withdrawn by hand, in the meantime: that stands.
    if (error instanceof Refusal && error.code === 'ROUND_CLOSED') return false;
    throw error;
  }
}

function entryOf({ trajectory, id }: MilestoneRow, { reason, at, by, via, version }: Replanning) {
  return auditEntry({
    trajectory,
    at,
    what: 'withdrawn',
    subject: id,
    by,
    via,
    details: { reason, version },
  });
}
