import { auditEntry } from '../domain/audit.ts';
import type { RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Round } from '../domain/round/round.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import { Unavailable } from '../domain/unavailable.ts';
import { knownPlan, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

const MOST_ATTEMPTS = 5;

/**
 * Withdraws a round: its row first, with the audit entry, then its open requests, of which there may be more than a
 * transaction takes. What is not closed here is closed by whoever moves the round on, and by the watch. An answer
 * that was judged before the withdrawal and is written before its request is closed stands, as if it had come
 * first. The bodies are told and the chain ends as withdrawn; `byPlan`: a re-planning leaves it out, and its notices
 * tell the bodies. Again for the same reason is a success without effect. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_ROUND,
 * ROUND_NOT_OPEN_YET and ROUND_CLOSED.
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
    if (round.status === 'withdrawn' && round.withdrawnBecause === reason) {
      await closeOpenRequests(store, round);
      return { changed: false };
    }
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
    if (await store.writeWithdrawal(round, reason, at, entry, byPlan)) {
      await closeOpenRequests(store, round);
      return { changed: true };
    }
  }
  throw new Refusal('UNAVAILABLE', `Ronde ${roundText} veranderde op dit moment; probeer het opnieuw.`);
}

async function closeOpenRequests(store: RecordStore, round: Round): Promise<void> {
  try {
    const requests = await store.requestsOfRound(round.trajectory, formatRoundId(round));
    await Promise.all(
      requests.filter(({ status }) => status === 'open').map((request) => store.closeRequest(request)),
    );
  } catch (error) {
    // The round is withdrawn, which is what was asked; the rest is done after it.
    if (!(error instanceof Unavailable)) throw error;
  }
}
