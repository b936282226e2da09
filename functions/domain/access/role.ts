import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

/** From least to most; a secretary is one of a body. Per trajectory, or `*` for all. */
export const ACCESS_ROLES = ['reader', 'secretary', 'lead', 'administrator'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** Who may do what: granted on the command line or in the portal, looked up at every request. */
export const grantSchema = z.strictObject({
  kind: z.literal('grant'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** The verified e-mail address of the identity provider, in lower case. */
  mail: z.email(),
  role: z.enum(ACCESS_ROLES),
  /** A trajectory's id, or `*`. */
  trajectory: z.string(),
  /** Of a secretary: `GM0072/college`. */
  body: z.string().optional(),
  grantedAt: z.iso.datetime(),
  grantedBy: z.string(),
});
export type Grant = z.infer<typeof grantSchema>;
