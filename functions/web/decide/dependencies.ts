import type { DecisionListStore } from '../../operations/attachments/ports.ts';
import type { LinkDependencies } from '../../operations/links/decideByLink.ts';
import type { NewLinkDependencies } from '../../operations/links/sendNewLink.ts';
import type { Log } from '../../operations/ports.ts';

export interface DecideDependencies extends LinkDependencies, NewLinkDependencies {
  readonly lists: DecisionListStore;
  /** Shown in the header; `local` has no https. */
  readonly stage: string;
  readonly log: Log;
}
