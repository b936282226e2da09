import { randomBytes } from 'node:crypto';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { Unavailable } from '../../domain/unavailable.ts';
import { keptFor } from '../intake/keptFor.ts';
import { readSecret, writeNewSecret } from '../secretParameter.ts';
import type { SealingKey } from './sealing.ts';

export const sealingKeyParameter = (stage: string): string => `/besluitketen/${stage}/session-key`;

const BYTES = 32;
/** After this a deleted key is replaced everywhere: that signs everybody out. */
const KEPT_MS = 5 * 60_000;

/**
 * The key of sessions: a SecureString that the portal makes itself, of random bytes, the first time it finds none.
 * CloudFormation cannot write a SecureString, and a key that nobody writes nobody sees: it is in no template, no
 * environment of a function and no terminal. Two functions that find none write one: `Overwrite: false` decides
 * (Systems Manager API reference, PutParameter). Whoever must end all sessions deletes the parameter.
 */
export function createSealingKey(client: SSMClient, stage: string): SealingKey {
  const name = sealingKeyParameter(stage);
  const kept = keptFor<Uint8Array>({ found: KEPT_MS, absent: 0 });
  return {
    read: async () => {
      const key = await kept.of(name, async () => {
        const there = (await readSecret(client, name)) ?? (await makeKey(client, name));
        return Uint8Array.from(Buffer.from(there, 'base64url'));
      });
      if (key?.length !== BYTES) throw new Unavailable('De sleutel van sessies', 'not of 32 bytes');
      return key;
    },
  };
}

async function makeKey(client: SSMClient, name: string): Promise<string> {
  const made = randomBytes(BYTES).toString('base64url');
  if (await writeNewSecret(client, name, made)) return made;
  return (await readSecret(client, name)) ?? '';
}
