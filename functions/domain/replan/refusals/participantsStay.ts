import { bodiesOf } from '../../plan/bodies.ts';
import { formatRoundId } from '../../roundId.ts';
import type { ReplanInputs } from './wouldUndo.ts';

/** A body that has answered or deferred stays in the plan: its decision is part of the process. */
export function participantsStay({ previous, plan, state }: ReplanInputs): string[] {
  const known = new Set(bodiesOf(plan).map(({ id }) => id));
  return bodiesOf(previous)
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id, name }) => {
      const rounds = state.rounds
        .filter(({ requests }) =>
          requests.some(
            ({ body, status, deferrals }) => body === id && (status === 'decided' || deferrals.length > 0),
          ),
        )
        .map(({ round }) => formatRoundId(round));
      if (rounds.length === 0) return [];
      return [
        `${name} (${id}) heeft geantwoord in ${rounds.join(', ')} en kan niet uit het plan; laat de deelnemer staan en vraag het orgaan niet meer in nieuwe rondes.`,
      ];
    });
}
