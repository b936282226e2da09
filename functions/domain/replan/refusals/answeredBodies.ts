import { bodiesOf, bodiesOfStage } from '../../plan/bodies.ts';
import { formatRoundId } from '../../roundId.ts';
import type { ReplanInputs } from './wouldUndo.ts';

/** A body that has answered stays in its stage. Of open rounds `stagesStay` says so; of withdrawn ones nothing counts. */
export function answeredBodies({ plan, state }: ReplanInputs): string[] {
  const known = new Set(bodiesOf(plan).map(({ id }) => id));
  return state.rounds.flatMap(({ round, requests }) => {
    const stages = plan.rounds.find(({ id }) => id === round.family)?.stages;
    if (!stages || round.status === 'open' || round.status === 'withdrawn') return [];
    return requests
      .filter(({ status, body }) => status === 'decided' && known.has(body))
      .filter(({ stage, body }) => {
        const still = stages[stage];
        return !still || !bodiesOfStage(plan, still).some(({ id }) => id === body);
      })
      .map(
        ({ body, stage }) =>
          `${body} heeft geantwoord in stap ${stage + 1} van ronde ${formatRoundId(round)}; laat het orgaan in die stap staan.`,
      );
  });
}
