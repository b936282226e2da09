import { Refusal } from '../../domain/refusal.ts';
import { type PollDependencies, type PollSummary, pollSource } from './pollSource.ts';
import type { SourceStore } from './ports.ts';

/** A person asks one source now, also while it is left in peace after failures. Refuses `UNKNOWN_SOURCE`. */
export async function pollNamedSource(
  deps: PollDependencies & { readonly sources: Pick<SourceStore, 'source'> },
  name: string,
): Promise<PollSummary> {
  const source = await deps.sources.source(name);
  if (!source)
    throw new Refusal(
      'UNKNOWN_SOURCE',
      `Er is geen bron "${name}"; bekijk met "sources list" welke er zijn.`,
    );
  return pollSource(deps, source, true);
}
