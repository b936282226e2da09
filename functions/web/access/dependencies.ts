import type { EndedSessions, GrantStore, IdentityProvider, Sealing } from '../../operations/access/ports.ts';

/** What the portal needs to know who somebody is and what that person may do. */
export interface AccessDependencies {
  readonly grants: GrantStore;
  readonly ended: EndedSessions;
  readonly sealing: Sealing;
  readonly provider: IdentityProvider;
  /** Of the portal as people know it: `https://besluiten.gemeente.example`. */
  readonly origin: string;
  /** Whether trajectories are shown to whoever comes by: the local cloud only. */
  readonly anonymousMayRead: boolean;
}
