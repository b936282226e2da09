import { Unavailable } from '../../domain/unavailable.ts';
import type { Log } from '../ports.ts';
import { type PollDependencies, pollSource } from './pollSource.ts';
import type { PollSummary } from './pollSummary.ts';
import type { SourceStore } from './ports.ts';

/** New sources are not begun with after this; the next hour goes on. The function itself may run longer. */
const LONGEST_MS = 8 * 60_000;

/** Goes through all sources that can be asked, one after the other; one that fails does not keep the others from their turn. */
export async function pollSources(
  deps: PollDependencies & { readonly sources: Pick<SourceStore, 'sources'>; readonly log: Log },
): Promise<PollSummary[]> {
  const start = Date.parse(deps.now());
  const summaries: PollSummary[] = [];
  let failure: unknown;
  for (const source of await deps.sources.sources()) {
    if (Date.parse(deps.now()) - start > LONGEST_MS) break;
    try {
      const summary = await pollSource(deps, source);
      if (summary.result !== 'not-polled') summaries.push(summary);
    } catch (error) {
      failure ??= error;
      const kind = error instanceof Unavailable ? 'unavailable' : 'failed';
      deps.log.warn('a source could not be looked at', { source: source.name, kind });
    }
  }
  // Ours, not theirs: seen as an error of the function.
  if (failure !== undefined) throw failure;
  return summaries;
}
