import { dayOf } from '../domain/calendar/days.ts';
import { Refusal } from '../domain/refusal.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { RecordStore } from './ports.ts';
import { recordDecision } from './recordDecision.ts';

/**
 * Records the silence of noting bodies whose term is over, as the plan says, through the same way as any other
 * answer. A deferral gives the body until its new date. Never for a body that decides or advises.
 */
export async function recordSilences(
  store: RecordStore,
  round: Round,
  requests: readonly DecisionRequest[],
  at: string,
): Promise<number> {
  if (round.status !== 'open') return 0;
  let recorded = 0;
  for (const request of requests) {
    const term = termOf(request);
    if (request.status !== 'open' || request.role !== 'note' || !term || term >= dayOf(at)) continue;
    try {
      const answer = {
        trajectory: round.trajectory,
        round: formatRoundId(round),
        body: request.body,
        outcome: 'noted' as const,
        on: term,
        silence: true,
      };
      if ((await recordDecision(store, answer, at, { by: 'Besluitketen', via: 'watch' })).changed) recorded++;
    } catch (error) {
      // It answered in the meantime: that answer stands.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return recorded;
}

function termOf(request: DecisionRequest): string | undefined {
  const newDate = request.deferrals.at(-1)?.newDate;
  if (!request.silenceOn || !newDate) return request.silenceOn;
  return newDate > request.silenceOn ? newDate : request.silenceOn;
}
