import { auditEntry } from '../domain/audit.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { openableMilestones } from '../domain/milestones/openable.ts';
import { newRound } from '../domain/round/openRound.ts';
import { type Round, SCHEMA_VERSION } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { MilestoneRow, Trajectory } from '../domain/trajectory.ts';
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
    const openedAt = momentOfOpening(milestone.waitsFor, rows, at);
    const round = planRound && newRound(plan, planRound, 1, openedAt, trajectory.id);
    const entry = (what: 'milestone-opened' | 'round-opened', subject: string) =>
      auditEntry({
        trajectory: trajectory.id,
        at: openedAt,
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
        openedAt,
        mails: {},
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

/**
 * Time travels with the data: a change of the stream that comes late, with a moment of its own that has passed, opens
 * nothing before what it waited for was completed.
 */
function momentOfOpening(waitsFor: readonly string[], rows: readonly MilestoneRow[], at: string): string {
  return rows
    .filter(({ id }) => waitsFor.includes(id))
    .reduce((latest, { completedAt = '' }) => (completedAt > latest ? completedAt : latest), at);
}
