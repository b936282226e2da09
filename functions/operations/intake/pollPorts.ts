import type { CouncilRequest } from '../../domain/councils/councilSystem.ts';
import type { PollState } from '../../domain/councils/pollState.ts';

/** As `RecordStore`: `false` says that the row was not as it was seen, and nothing was written. */
export interface PollStore {
  pollState(source: string): Promise<PollState | undefined>;
  /** Only on the turn that was seen; `undefined`: there was no row. */
  writePollState(next: PollState, seen: PollState | undefined): Promise<boolean>;
}

export type CouncilAnswer =
  | { readonly kind: 'answered'; readonly text: string }
  /** 404 or 410: not there (any more). */
  | { readonly kind: 'gone' }
  /** 401 or 403: they will not have us, now or for good. */
  | { readonly kind: 'forbidden'; readonly status: number }
  /** Not allowed to be asked or read: another origin, not https, a redirect, too large. A Dutch sentence why. */
  | { readonly kind: 'refused'; readonly why: string };

export interface CouncilReader {
  /** Throws `Unavailable` when asking again later may help: time-out, no connection, 429, 5xx. */
  ask(request: CouncilRequest, origins: readonly string[]): Promise<CouncilAnswer>;
}
