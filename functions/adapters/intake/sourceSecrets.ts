import {
  DeleteParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
  type SSMClientConfig,
} from '@aws-sdk/client-ssm';
import * as z from 'zod';
import type { SourceSecret, SourceSecrets } from '../../operations/intake/ports.ts';
import { reachingSecrets, readSecret } from '../secretParameter.ts';
import { type KeptFor, keptFor } from './keptFor.ts';

/** As it is stored. */
export const sourceSecretSchema = z.strictObject({
  accepted: z.array(z.strictObject({ value: z.string(), until: z.iso.datetime().optional() })),
  client: z.strictObject({ id: z.string(), secret: z.string() }).optional(),
});

/** The one prefix that functions may read (infra/constructs/Intake.ts). */
export function parameterOf(stage: string, source: string): string {
  return `/besluitketen/${stage}/sources/${source}`;
}

const KEPT: KeptFor = { found: 60_000, absent: 5_000, unreachable: 15 * 60_000 };

/**
 * Secrets of sources as SecureStrings of Systems Manager, written by the command line: CloudFormation cannot (Systems
 * Manager User Guide, "SecureString parameters"). A function keeps them for a minute, and asks again when what it has
 * does not fit (operations/intake/authenticate.ts). While they cannot be read those of a quarter of an hour ago count.
 */
export function createSourceSecrets(stage: string, config: SSMClientConfig = {}): SourceSecrets {
  const client = new SSMClient({ maxAttempts: 3, ...config });
  const known = keptFor<SourceSecret>(KEPT);
  return {
    read: async (source, oldest) => {
      const secret = await known.of(source, () => read(client, parameterOf(stage, source)), oldest);
      const now = new Date().toISOString();
      return (
        secret && {
          ...secret,
          accepted: secret.accepted.filter(({ until }) => until === undefined || until > now),
        }
      );
    },
    write: (source, secret) =>
      reachingSecrets(async () => {
        await client.send(
          new PutParameterCommand({
            Name: parameterOf(stage, source),
            Type: 'SecureString',
            Value: JSON.stringify(sourceSecretSchema.parse(secret)),
            Overwrite: true,
          }),
        );
        known.forget(source);
      }),
    remove: (source) =>
      reachingSecrets(async () => {
        try {
          await client.send(new DeleteParameterCommand({ Name: parameterOf(stage, source) }));
        } catch (error) {
          if (!(error instanceof ParameterNotFound)) throw error;
        }
        known.forget(source);
      }),
  };
}

async function read(client: SSMClient, name: string): Promise<SourceSecret | undefined> {
  const value = await readSecret(client, name);
  // A parse error would quote what it could not parse: it leaves as unreachable too.
  return value === undefined
    ? undefined
    : reachingSecrets(async () => sourceSecretSchema.parse(JSON.parse(value)));
}
