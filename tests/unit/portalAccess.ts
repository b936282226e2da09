import { randomBytes } from 'node:crypto';
import { createSealing } from '../../functions/adapters/access/sealing.ts';
import { createLedgerStore } from '../../functions/adapters/record/ledger.ts';
import type { Grant } from '../../functions/domain/access/role.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import type {
  EndedSessions,
  GrantStore,
  IdentityProvider,
  SignedIn,
} from '../../functions/operations/access/ports.ts';
import type { AccessDependencies } from '../../functions/web/access/dependencies.ts';
import { createMemoryTable } from './memoryTable.ts';

export const ORIGIN = 'https://besluiten.regio.example';

export function grantOf(changes: Partial<Grant> = {}): Grant {
  return {
    kind: 'grant',
    schemaVersion: SCHEMA_VERSION,
    mail: 'lezer@gemeente.example',
    role: 'reader',
    trajectory: '*',
    grantedAt: '2026-01-01T09:00:00.000Z',
    grantedBy: 'beheerder',
    ...changes,
  };
}

export function memoryGrants(held: readonly Grant[] = []): GrantStore & { held: Grant[] } {
  const store = { held: [...held] };
  const same = (a: Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>, b: typeof a) =>
    a.mail === b.mail && a.role === b.role && a.trajectory === b.trajectory && a.body === b.body;
  return Object.assign(store, {
    grantsOf: async (mail: string) => store.held.filter((grant) => grant.mail === mail),
    grants: async () => store.held,
    putGrant: async (grant: Grant) => {
      if (store.held.some((each) => same(each, grant))) return false;
      store.held.push(grant);
      return true;
    },
    removeGrant: async (grant: Pick<Grant, 'mail' | 'role' | 'trajectory' | 'body'>) => {
      const left = store.held.filter((each) => !same(each, grant));
      const removed = left.length < store.held.length;
      store.held = left;
      return removed;
    },
  });
}

export function memoryEndedSessions(): EndedSessions {
  const ids = new Set<string>();
  return {
    isEnded: async (id) => ids.has(id),
    end: async ({ id }) => void ids.add(id),
  };
}

/** An issuer that lets this person in, whoever comes. */
export function issuerOf(signedIn: SignedIn): IdentityProvider {
  return {
    start: async () => ({
      url: 'https://issuer.example/authorize',
      checks: { state: 'state', nonce: 'nonce', codeVerifier: 'verifier' },
    }),
    finish: async () => signedIn,
    endSessionUrl: async () => 'https://issuer.example/logout',
  };
}

/** Sealing with a key of this test alone. */
export function ownSealing() {
  const key = Uint8Array.from(randomBytes(32));
  return createSealing({ read: async () => key });
}

/** As on AWS: nobody reads without a grant. */
export function accessWith(changes: Partial<AccessDependencies> = {}): AccessDependencies {
  return {
    grants: memoryGrants(),
    ended: memoryEndedSessions(),
    sealing: ownSealing(),
    provider: issuerOf({ kind: 'declined' }),
    origin: ORIGIN,
    anonymousMayRead: false,
    ...changes,
  };
}

/** As in the local cloud: whoever comes by may read. */
export const EVERYBODY_READS = {
  access: accessWith({ anonymousMayRead: true }),
  sources: { sources: async () => [] },
  items: { openItems: async () => [] },
  ledger: createLedgerStore(createMemoryTable()),
  statements: { lastStatements: async () => [] },
  memos: { memos: async () => [] },
};
