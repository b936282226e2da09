import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import { knownPlan, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

const MOST_ATTEMPTS = 5;

/**
 * Withdraws a round: closes its open requests in the same transaction, so that no answer slips in between; the
 * bodies are told and the chain ends as withdrawn. Withdrawing it again for the same reason is a success
 * without effect. `byPlan`: a re-planning leaves it out, and its notices tell the bodies. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_ROUND, ROUND_NOT_OPEN_YET and ROUND_CLOSED.
 */
export async function withdrawRound(
  store: RecordStore,
  trajectory: string,
  roundText: string,
  reason: string,
  at: string,
  recordedBy: RecordedBy,
  byPlan?: number,
): Promise<{ changed: boolean }> {
  const roundId = parseRoundId(roundText);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const round = await store.round(trajectory, roundId);
    if (!round) throw missingRound(await knownPlan(store, trajectory), roundId);
    if (round.status === 'withdrawn' && round.withdrawnBecause === reason) return { changed: false };
    if (round.status === 'concluded' || round.status === 'withdrawn' || round.revisedAt) {
      throw new Refusal(
        'ROUND_CLOSED',
        `Ronde ${roundText} is al gesloten en kan niet meer worden ingetrokken.`,
      );
    }
    const open = (await store.requestsOfRound(trajectory, formatRoundId(roundId))).filter(
      ({ status }) => status === 'open',
    );
    const entry = auditEntry({
      trajectory,
      at,
      what: 'withdrawn',
      subject: roundText,
      ...recordedBy,
      details: { reason, open: open.length },
    });
    if (await store.writeWithdrawal(round, open, reason, at, entry, byPlan)) return { changed: true };
  }
  throw new Refusal('UNAVAILABLE', `Ronde ${roundText} veranderde op dit moment; probeer het opnieuw.`);
}
