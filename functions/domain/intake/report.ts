import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

/**
 * What became of one decision of a source, whichever messages told of it: where its answer belongs (bound before it is
 * recorded, and never moved), and the last item it led to. So an update, a document or a second subscription can never
 * answer something else with it.
 */
export const reportSchema = z.strictObject({
  kind: z.literal('report'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  source: z.string(),
  /** What the source calls the decision, hashed: 32 hexadecimal characters. */
  about: z.string(),
  place: z.strictObject({ trajectory: z.string(), round: z.string(), body: z.string() }).optional(),
  item: z.string().optional(),
  lastWrite: z.string(),
});
export type Report = z.infer<typeof reportSchema>;
