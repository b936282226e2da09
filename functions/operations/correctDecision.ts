import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { type Correction, judgeCorrection, lateCorrectionReason } from '../domain/decision/correct.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DecisionRequest, SCHEMA_VERSION } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { AuditEntry, Flag } from '../domain/trajectory.ts';
import { knownPlan, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';
import { raiseFlag } from './raiseFlag.ts';

const MOST_ATTEMPTS = 5;

/**
 * Replaces a wrong entry by a new one; both are kept. Only until its stage is weighed: afterwards nothing is
 * replaced, a flag is raised that asks for a new round. Refuses with the codes of `judgeCorrection`,
 * UNKNOWN_TRAJECTORY, UNKNOWN_ROUND and ROUND_NOT_OPEN_YET; then nothing was changed.
 */
export async function correctDecision(
  store: RecordStore,
  correction: Correction,
  at: string,
  recordedBy: RecordedBy,
): Promise<'corrected' | 'already-corrected' | 'flagged'> {
  const roundId = parseRoundId(correction.round);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const [round, request] = await Promise.all([
      store.round(correction.trajectory, roundId),
      store.request(correction.trajectory, correction.round, correction.body),
    ]);
    if (!round) throw missingRound(await knownPlan(store, correction.trajectory), roundId);
    const judgement = judgeCorrection(correction, round, request, at, recordedBy);
    if (judgement.kind === 'same') return 'already-corrected';
    if (judgement.kind === 'refused') throw judgement.refusal;
    if (judgement.kind === 'late') {
      await flagLateCorrection(store, correction, request as DecisionRequest, at, recordedBy);
      return 'flagged';
    }
    const entry = entryOf('corrected', correction, at, recordedBy);
    if (await store.writeCorrection(judgement.request, judgement.before, round, entry)) return 'corrected';
  }
  throw new Refusal('UNAVAILABLE', 'De correctie kon nu niet worden vastgelegd; probeer het opnieuw.');
}

/** Each one is in the log; the flag says the last. The same again is a success without effect. */
async function flagLateCorrection(
  store: RecordStore,
  correction: Correction,
  request: DecisionRequest,
  at: string,
  recordedBy: RecordedBy,
): Promise<void> {
  const flag: Flag = {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory: correction.trajectory,
    flag: 'late-correction',
    subject: `${correction.round} ${correction.body}`,
    reason: lateCorrectionReason(correction, request),
    raisedAt: at,
  };
  await raiseFlag(store, flag, entryOf('late-correction', correction, at, recordedBy));
}

function entryOf(
  what: 'corrected' | 'late-correction',
  { trajectory, round, body, outcome, on, reason, reference, note, embargo }: Correction,
  at: string,
  recordedBy: RecordedBy,
): AuditEntry {
  const details = {
    ...{ outcome, on, reason },
    ...(reference && { reference }),
    ...(note && { note }),
    ...(embargo && { embargo }),
  };
  return auditEntry({ trajectory, at, what, subject: `${round} ${body}`, ...recordedBy, details });
}
