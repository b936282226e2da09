import { auditEntry } from '../domain/audit.ts';
import { type Day, readDay } from '../domain/calendar/days.ts';
import { isAfter, type RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { MilestoneRow } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/**
 * A task, session or consultation is done. The same again is a success without effect; another date for a
 * completed one is a CONFLICT. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_MILESTONE, MILESTONE_DECIDED_BY_ROUND,
 * MILESTONE_NOT_OPEN, DATE_IN_FUTURE and INVALID_DATE; then nothing was changed.
 */
export async function completeMilestone(
  store: RecordStore,
  trajectoryId: string,
  milestoneId: string,
  on: Day,
  at: string,
  recordedBy: RecordedBy,
): Promise<{ changed: boolean }> {
  readDay(on);
  const trajectory = await knownTrajectory(store, trajectoryId);
  const plan = await store.plan(trajectory);
  const milestone = plan.milestones.find(({ id }) => id === milestoneId);
  if (!milestone) {
    const known = plan.milestones.map(({ id }) => id).join(', ');
    throw new Refusal('UNKNOWN_MILESTONE', `Het plan kent geen mijlpaal "${milestoneId}"; wel: ${known}.`);
  }
  if (milestone.kind === 'decision' || milestone.kind === 'note') {
    throw new Refusal(
      'MILESTONE_DECIDED_BY_ROUND',
      `Mijlpaal ${milestoneId} wordt door de organen zelf afgerond; leg hun antwoorden vast met "decide".`,
    );
  }
  if (isAfter(on, at)) {
    throw new Refusal(
      'DATE_IN_FUTURE',
      `De datum ${on} ligt in de toekomst; meld de mijlpaal af zodra hij klaar is.`,
    );
  }
  const rows = await store.milestones(trajectoryId);
  const before = rows.find(({ id }) => id === milestoneId);
  if (before?.status === 'completed') {
    if (before.completedOn === on) return { changed: false };
    throw new Refusal(
      'CONFLICT',
      `Mijlpaal ${milestoneId} is al afgerond op ${before.completedOn}; een andere datum vervangt dat niet.`,
    );
  }
  if (before?.status === 'withdrawn') {
    throw new Refusal(
      'MILESTONE_NOT_OPEN',
      `Mijlpaal ${milestoneId} is ingetrokken; er valt niets meer af te ronden.`,
    );
  }
  const missing = milestone.waitsFor.filter(
    (id) => rows.find((row) => row.id === id)?.status !== 'completed',
  );
  if (missing.length > 0) {
    throw new Refusal(
      'MILESTONE_NOT_OPEN',
      `Mijlpaal ${milestoneId} wacht nog op ${missing.join(', ')}; rond die eerst af.`,
    );
  }
  const row: MilestoneRow = {
    kind: 'milestone',
    schemaVersion: SCHEMA_VERSION,
    trajectory: trajectoryId,
    id: milestoneId,
    status: 'completed',
    ...(before?.openedAt && { openedAt: before.openedAt }),
    completedOn: on,
    completedAt: at,
    lastWrite: 'completed',
  };
  const entry = auditEntry({
    trajectory: trajectoryId,
    at,
    what: 'completed',
    subject: milestoneId,
    ...recordedBy,
    details: { on },
  });
  if (await store.completeMilestone(row, entry)) return { changed: true };
  return completeMilestone(store, trajectoryId, milestoneId, on, at, recordedBy);
}
