import { dayOf } from '../domain/calendar/days.ts';
import { isWorkingDay } from '../domain/calendar/workingDays.ts';
import { Refusal } from '../domain/refusal.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { isTermOver, leavingDay, silenceTerm } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore } from './ports.ts';
import { recordDecision } from './recordDecision.ts';

/**
 * Records the silence of noting bodies whose term is over, as the plan says, through the same way as any other
 * answer. A deferral gives the body until its new date. Never for a body that decides or advises, and never for
 * one whose request has not left: its term has not begun.
 */
export async function recordSilences(
  store: RecordStore,
  round: Round,
  requests: readonly DecisionRequest[],
  at: string,
  clock: Trajectory['clock'],
): Promise<number> {
  // What follows a silence is told and asked by mail: not on a day on which nobody works.
  if (round.status !== 'open' || !isWorkingDay(dayOf(at))) return 0;
  let recorded = 0;
  for (const request of requests) {
    const sentAt = request.mails.asked?.sentAt;
    const term = sentAt && silenceTerm(request, round, leavingDay(clock, sentAt));
    if (!term || !isTermOver(request, dayOf(at), term)) continue;
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
