import { parseRoundId } from '../../domain/roundId.ts';
import type { RoundView } from '../../operations/statusViews.ts';

/** "Procesvoorstel fase 1, ronde 2" */
export function roundName(round: Pick<RoundView, 'id' | 'title'>): string {
  return `${round.title}, ronde ${parseRoundId(round.id).number}`;
}

/** Its bodies disagreed and the organisation has not come with a revised proposal yet. */
export function awaitsRevision(round: Pick<RoundView, 'status' | 'revised'>): boolean {
  return round.status === 'handed-over' && !round.revised;
}
