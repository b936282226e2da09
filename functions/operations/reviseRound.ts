import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import { newRound } from '../domain/round/openRound.ts';
import type { Round } from '../domain/round/round.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import { knownTrajectory, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/**
 * The organisation's revised proposal after a divided (or withdrawn) round: writes the next round's row, which starts the
 * next execution. Stages and bodies are those of the plan as it is now. Revising twice with the same note is a
 * success without effect. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_ROUND, ROUND_NOT_OPEN_YET, ROUND_NOT_DIVIDED and
 * CONFLICT (revised already, with another note).
 */
export async function reviseRound(
  store: RecordStore,
  trajectoryId: string,
  roundText: string,
  note: string,
  at: string,
  recordedBy: RecordedBy,
): Promise<{ round: string; changed: boolean }> {
  const roundId = parseRoundId(roundText);
  const trajectory = await knownTrajectory(store, trajectoryId);
  const plan = await store.plan(trajectory);
  const divided = await store.round(trajectoryId, roundId);
  const planRound = plan.rounds.find(({ id }) => id === roundId.family);
  if (!divided || !planRound) throw missingRound(plan, roundId);
  if (!(await mayBeRevised(store, divided))) throw notDivided(divided);

  const next = newRound(plan, planRound, roundId.number + 1, at, trajectoryId, note);
  const nextId = formatRoundId(next);
  if (divided.revisedAt) {
    const existing = await store.round(trajectoryId, next);
    if (existing?.revisionNote === note) return { round: nextId, changed: false };
    throw new Refusal('CONFLICT', `Ronde ${roundText} is al herzien; ronde ${nextId} loopt of is afgerond.`);
  }
  const entry = auditEntry({
    trajectory: trajectoryId,
    at,
    what: 'revised',
    subject: nextId,
    ...recordedBy,
    details: { note, after: roundText },
  });
  if (await store.writeRevision(divided, next, entry, trajectory.planHash))
    return { round: nextId, changed: true };
  return reviseRound(store, trajectoryId, roundText, note, at, recordedBy);
}

/** A divided or withdrawn round, and a concluded one of which an entry turned out to be wrong afterwards. */
async function mayBeRevised(store: RecordStore, round: Round): Promise<boolean> {
  if (round.status === 'handed-over' || round.status === 'withdrawn') return true;
  if (round.status !== 'concluded') return false;
  if (round.revisedAt) return true;
  const flags = await store.openFlags(round.trajectory);
  return flags.some(
    ({ flag, subject }) => flag === 'late-correction' && subject.startsWith(`${formatRoundId(round)} `),
  );
}

function notDivided(round: Round): Refusal {
  return new Refusal(
    'ROUND_NOT_DIVIDED',
    `Ronde ${formatRoundId(round)} is niet verdeeld of ingetrokken; alleen zo'n ronde kan worden herzien.`,
  );
}
