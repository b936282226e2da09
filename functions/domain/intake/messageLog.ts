import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

/** That a message came, by when: found newest first. What became of it is on its own row. */
export const messageLogSchema = z.strictObject({
  kind: z.literal('message-log'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  messageKey: z.string(),
  /** Seconds since 1970: DynamoDB's TTL attribute. */
  expiresAt: z.int(),
});
