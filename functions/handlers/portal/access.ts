import { SSMClient } from '@aws-sdk/client-ssm';
import { createClientSecret } from '../../adapters/access/clientSecret.ts';
import { createIdentityProvider } from '../../adapters/access/identityProvider.ts';
import { localCognito } from '../../adapters/access/localCognito.ts';
import { createSealing } from '../../adapters/access/sealing.ts';
import { createSealingKey } from '../../adapters/access/sealingKey.ts';
import { createEndedSessions } from '../../adapters/record/endedSessions.ts';
import { createGrantStore } from '../../adapters/record/grants.ts';
import type { Table } from '../../adapters/record/table.ts';
import type { AccessDependencies } from '../../web/access/dependencies.ts';
import type { PortalEnvironment } from './environment.ts';

/** Signing in, wired: nothing of it calls anything before somebody does. */
export function createAccess(environment: PortalEnvironment, table: Table): AccessDependencies {
  const { STAGE, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_MAIL_CLAIM } = environment;
  const ssm = new SSMClient({ maxAttempts: 3 });
  const { origin } = new URL(environment.PORTAL_URL);
  const localCloud = STAGE === 'local' ? process.env.AWS_ENDPOINT_URL : undefined;
  return {
    grants: createGrantStore(table),
    ended: createEndedSessions(table),
    sealing: createSealing(createSealingKey(ssm, STAGE)),
    provider: createIdentityProvider({
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: createClientSecret(ssm, STAGE),
      callbackUrl: `${origin}/aanmelden/terug`,
      afterSignOutUrl: `${origin}/afgemeld`,
      mailClaim: OIDC_MAIL_CLAIM,
      transport: localCloud === undefined ? undefined : localCognito(OIDC_ISSUER, localCloud),
    }),
    origin,
    anonymousMayRead: environment.ANONYMOUS_MAY_READ === 'true',
  };
}
