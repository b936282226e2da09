import type { Day } from '../calendar/days.ts';
import { mustBeSeen, nextPollAt } from './pollBackoff.ts';
import type { PollState, Trouble } from './pollState.ts';

/** How one look ended. */
export type PollEnd =
  | { readonly kind: 'done'; readonly readUntil: Day }
  | { readonly kind: 'failed'; readonly trouble: Trouble; readonly said: string };

/** May pass by itself; anything else needs a person at once. */
const PASSING: ReadonlySet<Trouble> = new Set(['unreachable', 'forbidden']);

/** The state of a source after a look at `now`. A failure keeps how far it was read, and since when it fails. */
export function afterPoll(state: PollState, end: PollEnd, now: string): PollState {
  const { workingUntil: _w, failingSince, trouble: _t, said: _s, nextAt: _n, shown, ...rest } = state;
  const next = { ...rest, turn: state.turn + 1, lastTriedAt: now };
  if (end.kind === 'done')
    return { ...next, failures: 0, shown: false, lastReadAt: now, readUntil: end.readUntil };
  const failures = state.failures + 1;
  const since = failingSince ?? now;
  return {
    ...next,
    failures,
    failingSince: since,
    trouble: end.trouble,
    said: end.said,
    nextAt: nextPollAt(failures, now),
    shown: shown || mustBeSeen(PASSING.has(end.trouble), since, now),
  };
}
