import { auditEntry } from '../domain/audit.ts';
import type { Round } from '../domain/round/round.ts';
import { formatRoundId, type RoundId } from '../domain/roundId.ts';
import type { Chain, RecordStore } from './ports.ts';
import { raiseStuckFlag } from './stuck.ts';

/** Automatic resumes since the last stage passed; after that a person looks (design.md, "Epochs"). */
export const MOST_FAULTS = 5;

/**
 * A round's execution was lost while it worked under `epoch`: raises the epoch and starts a new execution.
 * Bounded; beyond the bound a flag stands instead. Does nothing when the round has moved on by itself.
 */
export async function resumeAfterFault(
  store: RecordStore,
  chain: Chain,
  trajectory: string,
  roundId: RoundId,
  epoch: number,
  at: string,
): Promise<'resumed' | 'not-needed' | 'flagged'> {
  const round = await store.round(trajectory, roundId);
  if (round?.status !== 'open' || round.epoch !== epoch) return 'not-needed';
  if (round.faults >= MOST_FAULTS) {
    await raiseStuckFlag(store, round, at, 'resumed-too-often');
    return 'flagged';
  }
  return (await raiseAndStart(store, chain, round, round.faults + 1, at, 'Besluitketen', 'status-event'))
    ? 'resumed'
    : 'not-needed';
}

/** Raises the epoch by one conditional write, then starts that epoch's execution. False: somebody else did. */
export async function raiseAndStart(
  store: RecordStore,
  chain: Chain,
  round: Round,
  faults: number,
  at: string,
  by: string,
  via: string,
): Promise<boolean> {
  const entry = auditEntry({
    trajectory: round.trajectory,
    at,
    what: 'resumed',
    subject: formatRoundId(round),
    by,
    via,
    details: { epoch: round.epoch + 1, faults },
  });
  if (!(await store.raiseEpoch(round, faults, entry))) return false;
  await startOwed(store, chain, { ...round, epoch: round.epoch + 1, faults }, at);
  return true;
}

/** Starts the execution of the row's epoch when that has not been done; the name makes it once. */
export async function startOwed(
  store: RecordStore,
  chain: Chain,
  round: Round,
  at: string,
): Promise<boolean> {
  if (round.status !== 'open' || round.startedEpoch >= round.epoch) return false;
  await chain.start(round);
  await store.markStarted(round, at);
  return true;
}
