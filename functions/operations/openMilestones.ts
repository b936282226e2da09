import { auditEntry } from '../domain/audit.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { openableMilestones } from '../domain/milestones/openable.ts';
import { newRound } from '../domain/round/openRound.ts';
import { type Round, SCHEMA_VERSION } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

export interface Opened {
  readonly milestones: string[];
  readonly rounds: Round[];
}

/**
 * Opens every milestone that may open at `at`, and the first round of those that bodies must answer. Evaluated
 * with consistent reads after each completion and every morning, each opening a conditional put: two
 * completions at once cannot both miss the other, and nothing opens twice.
 */
export async function openMilestones(
  store: RecordStore,
  trajectory: Trajectory,
  at: string,
): Promise<Opened> {
  const [plan, rows] = await Promise.all([store.plan(trajectory), store.milestones(trajectory.id)]);
  const opened: Opened = { milestones: [], rounds: [] };
  for (const { milestone, round: planRound } of openableMilestones(plan, rows, dayOf(at))) {
    const round = planRound && newRound(plan, planRound, 1, at, trajectory.id);
    const entry = (what: 'milestone-opened' | 'round-opened', subject: string) =>
      auditEntry({
        trajectory: trajectory.id,
        at,
        what,
        subject,
        by: 'Besluitketen',
        via: 'plan',
        details: {},
      });
    const written = await store.openMilestone(
      {
        kind: 'milestone',
        schemaVersion: SCHEMA_VERSION,
        trajectory: trajectory.id,
        id: milestone.id,
        status: 'open',
        openedAt: at,
        lastWrite: 'opened',
      },
      round,
      [round ? entry('round-opened', formatRoundId(round)) : entry('milestone-opened', milestone.id)],
      trajectory.planHash,
    );
    if (!written) continue;
    opened.milestones.push(milestone.id);
    if (round) opened.rounds.push(round);
  }
  return opened;
}
