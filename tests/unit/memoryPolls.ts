import { type PollState, pollStateSchema } from '../../functions/domain/councils/pollState.ts';
import type { PollStore } from '../../functions/operations/intake/pollPorts.ts';

/** `PollStore` on its condition: whoever writes on a turn he did not see writes nothing. */
export function createMemoryPolls(): PollStore & { state(source: string): PollState | undefined } {
  const rows = new Map<string, PollState>();
  return {
    state: (source) => rows.get(source),
    pollState: async (source) => rows.get(source),
    writePollState: async (next, seen) => {
      if (rows.get(next.source)?.turn !== seen?.turn) return false;
      rows.set(next.source, pollStateSchema.parse(next));
      return true;
    },
  };
}
