import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { Sealing } from '../../operations/access/ports.ts';

/** A key of 32 bytes, for `A256GCM`. */
export interface SealingKey {
  read(): Promise<Uint8Array>;
}

const ALGORITHM = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Encrypted and authenticated text (JWE, direct A256GCM). The purpose is its audience: what was sealed for one purpose
 * opens for no other. Only the one algorithm is taken, whatever the text says of itself (RFC 8725, 3.1).
 */
export function createSealing(key: SealingKey): Sealing {
  return {
    seal: async (purpose, content, until) =>
      new EncryptJWT({ content })
        .setProtectedHeader(ALGORITHM)
        .setAudience(purpose)
        .setExpirationTime(new Date(until))
        .encrypt(await key.read()),
    open: async (purpose, sealed, now) => {
      const secret = await key.read();
      try {
        const { payload } = await jwtDecrypt(sealed, secret, {
          audience: purpose,
          currentDate: new Date(now),
          requiredClaims: ['exp'],
          keyManagementAlgorithms: [ALGORITHM.alg],
          contentEncryptionAlgorithms: [ALGORITHM.enc],
        });
        return payload.content;
      } catch (error) {
        // Not ours, tampered with, of another purpose or key, or over: to us all the same.
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
