import type { SSMClient } from '@aws-sdk/client-ssm';
import { readSecret } from '../secretParameter.ts';

export const clientSecretParameter = (stage: string): string => `/besluitketen/${stage}/oidc-client-secret`;

/** Of a confidential client at the municipality's own issuer, written by hand (docs/security.md); Cognito's has none. */
export function createClientSecret(client: SSMClient, stage: string): () => Promise<string | undefined> {
  return () => readSecret(client, clientSecretParameter(stage));
}
