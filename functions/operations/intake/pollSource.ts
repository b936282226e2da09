import { COUNCIL_SYSTEMS } from '../../domain/councils/councilSystems.ts';
import { isPolled } from '../../domain/intake/polledSource.ts';
import { reconcilable } from '../../domain/intake/reconcile/reconcilable.ts';
import type { Source } from '../../domain/intake/source.ts';
import { type CouncilDependencies, lookAtCouncil } from './lookAtCouncil.ts';
import { type LookForMissed, lookForMissed } from './lookForMissed.ts';
import { lookInTurn, type TurnDependencies } from './lookInTurn.ts';
import { nothingFound, type PollSummary } from './pollSummary.ts';

export type PollDependencies = TurnDependencies & CouncilDependencies & LookForMissed;

/**
 * Looks at one source: asks a council system what was decided, or looks for what a document system did not tell. A source
 * of which that is not possible is `not-polled`, and says why.
 */
export async function pollSource(
  deps: PollDependencies,
  source: Source,
  insisting = false,
): Promise<PollSummary> {
  if (isPolled(source))
    return lookInTurn(deps, source, COUNCIL_SYSTEMS[source.speaks].name, insisting, (...turn) =>
      lookAtCouncil(deps, source, ...turn),
    );
  const lists = reconcilable(source);
  if ('why' in lists) return { ...nothingFound(source.name, 'not-polled'), said: lists.why };
  return lookInTurn(deps, source, 'Het documentsysteem', insisting, (...turn) =>
    lookForMissed(deps, source, lists, ...turn),
  );
}
