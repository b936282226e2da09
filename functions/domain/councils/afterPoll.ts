import type { Day } from '../calendar/days.ts';
import type { Source } from '../intake/source.ts';
import { mustBeSeen, nextPollAt } from './pollBackoff.ts';
import type { PollState, Trouble } from './pollState.ts';
import { itemIdOf } from './proposedItem.ts';

/** How one look ended. */
export type PollEnd =
  | { readonly kind: 'done'; readonly readUntil: Day }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly said: string };

/** May pass by itself; anything else needs a person at once. */
const PASSING: ReadonlySet<Trouble> = new Set(['unreachable', 'forbidden']);

/** The state of a source after a look at `now`. A failure keeps how far it was read, and since when it fails. */
export function afterPoll(
  state: PollState,
  source: Pick<Source, 'name'>,
  end: PollEnd,
  now: string,
): PollState {
  const { workingUntil: _w, failingSince, trouble: _t, said: _s, nextAt: _n, item, ...rest } = state;
  const next = { ...rest, turn: state.turn + 1, lastTriedAt: now };
  if (end.kind === 'done') return { ...next, failures: 0, lastReadAt: now, readUntil: end.readUntil };
  const failures = state.failures + 1;
  const since = failingSince ?? now;
  const seen =
    item ??
    (mustBeSeen(PASSING.has(end.trouble), since, now) ? troubleItemId(source.name, since) : undefined);
  return {
    ...next,
    failures,
    failingSince: since,
    trouble: end.trouble,
    said: end.said,
    nextAt: nextPollAt(failures, now),
    ...(seen && { item: seen }),
  };
}

/** One item for one stretch of failing, however often it is tried. */
function troubleItemId(source: string, since: string): string {
  return itemIdOf(source, `niet te lezen sinds ${since}`);
}
