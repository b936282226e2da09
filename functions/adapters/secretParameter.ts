import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm';
import { Unavailable } from '../domain/unavailable.ts';

/** A SecureString of Systems Manager, decrypted, or undefined when there is none. Throws `Unavailable`. */
export function readSecret(client: SSMClient, name: string): Promise<string | undefined> {
  return reachingSecrets(async () => {
    try {
      const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
      return Parameter?.Value;
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  });
}

/** Writes it only if there is none; false when there is. Throws `Unavailable`. */
export function writeNewSecret(client: SSMClient, name: string, value: string): Promise<boolean> {
  return reachingSecrets(async () => {
    try {
      await client.send(
        new PutParameterCommand({ Name: name, Type: 'SecureString', Value: value, Overwrite: false }),
      );
      return true;
    } catch (error) {
      if (error instanceof ParameterAlreadyExists) return false;
      throw error;
    }
  });
}

/** Throws `Unavailable` for whatever goes wrong. */
export async function reachingSecrets<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    // Only its name: a message may quote what was sent.
    throw new Unavailable('De opslag van geheimen', error instanceof Error ? error.name : 'onbekend');
  }
}
