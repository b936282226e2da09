import type { Plan, PlanRound } from '../../plan/schema.ts';
import { newRound } from '../../round/openRound.ts';
import { formatRoundId } from '../../roundId.ts';
import { latestRound } from '../latestRound.ts';
import type { ReplanInputs } from './wouldUndo.ts';

const MAY_CHANGE =
  'wijzig alleen perioden, waitsFor, titels, adressen, herinneringen, stukkentermijnen en de tekst van het voorstel';

/**
 * Stages are frozen on the round's row: the open round keeps them, so a plan with others would say what does not
 * happen. Of a concluded round only what was written must stay: who joined later was not asked.
 */
export function stagesStay({ previous, plan, state }: ReplanInputs): string[] {
  return plan.rounds.flatMap((round) => {
    const latest = latestRound(state, round.id);
    const before = previous.rounds.find(({ id }) => id === round.id);
    if (!latest) return [];
    const id = formatRoundId(latest.round);
    if (!before) {
      return [
        `Ronde ${id} is eerder gesloten en uit het plan gehaald; geef de ronde in het nieuwe plan een ander id.`,
      ];
    }
    if (latest.round.status === 'open' && frozen(previous, before) !== frozen(plan, round)) {
      return [
        `Ronde ${id} loopt: haar stappen, organen en te informeren partners liggen vast; ${MAY_CHANGE}, of trek de ronde eerst in met "withdraw".`,
      ];
    }
    if (latest.round.status === 'concluded' && written(before) !== written(round)) {
      return [`Ronde ${id} is afgerond: haar stappen liggen vast; ${MAY_CHANGE}.`];
    }
    return [];
  });
}

/** Stages and partners as they would be frozen on the row of a round that opens under this plan. */
export function frozen(plan: Plan, round: PlanRound): string {
  const { stages, informs } = newRound(plan, round, 1, '', plan.id);
  return JSON.stringify({ stages, informs });
}

function written({ stages }: PlanRound): string {
  return JSON.stringify(stages);
}
