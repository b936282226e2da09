import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import type { Replayed } from '../domain/history/replay.ts';
import { planHash } from '../domain/plan/planHash.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';

/**
 * Starts a trajectory from a validated plan; its first milestones open when the stream (or the watch) sees the
 * row. The same plan again is a success without effect; another plan under this id is refused as
 * ALREADY_STARTED. With a past it joins a process that is already under way: all of it or nothing. `id` differs from the plan's own id for a simulation.
 */
export async function startTrajectory(
  store: RecordStore,
  plan: Plan,
  id: string,
  clock: Trajectory['clock'],
  at: string,
  recordedBy: RecordedBy,
  past?: Replayed,
): Promise<{ changed: boolean }> {
  const hash = planHash(plan);
  const trajectory: Trajectory = {
    kind: 'trajectory',
    schemaVersion: SCHEMA_VERSION,
    id,
    title: plan.title,
    planHash: hash,
    planVersion: 1,
    clock,
    startedAt: at,
    lastWrite: 'started',
  };
  const entry = auditEntry({
    trajectory: id,
    at,
    what: 'started',
    subject: id,
    ...recordedBy,
    details: { plan: hash },
  });
  if (await store.trajectory(id)) return unchanged(store, id, hash);
  // Also without a past: an earlier attempt with one may have broken off, and left rows.
  await store.stageHistory(id, past ?? NO_PAST);
  if (await store.startTrajectory(trajectory, plan, entry)) return { changed: true };
  return unchanged(store, id, hash);
}

const NO_PAST: Replayed = { milestones: [], rounds: [], requests: [], audit: [] };

async function unchanged(store: RecordStore, id: string, hash: string): Promise<{ changed: boolean }> {
  const existing = await store.trajectory(id);
  if (existing?.planHash === hash) return { changed: false };
  throw new Refusal(
    'ALREADY_STARTED',
    `Traject "${id}" loopt al met een ander plan; een gewijzigd plan wordt ingevoerd als nieuwe versie, niet opnieuw gestart: besluitketen replan ${id}.`,
  );
}
