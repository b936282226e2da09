import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';

const instant = z.iso.datetime();

/** Why a system could not be read; `unreachable` and `forbidden` may pass by themselves. */
export const TROUBLES = ['unreachable', 'forbidden', 'layout', 'settings', 'too-much'] as const;

/** How far a source that we ask has been read, and how it goes; one row a source, `pollKey`. */
export const pollStateSchema = z.strictObject({
  kind: z.literal('poll'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  source: z.string(),
  /** One more with every write: who writes on what he did not see, writes nothing. */
  turn: z.int(),
  /** Every meeting, or decision, until this day has been looked at; the next look begins well before it. */
  readUntil: z.iso.date().optional(),
  /** While it lasts somebody is asking. */
  workingUntil: instant.optional(),
  lastTriedAt: instant.optional(),
  lastReadAt: instant.optional(),
  /** In a row. */
  failures: z.int(),
  failingSince: instant.optional(),
  trouble: z.enum(TROUBLES).optional(),
  /** What is the matter, in Dutch. */
  said: z.string().optional(),
  /** Not asked again by the schedule before this. */
  nextAt: instant.optional(),
  /** It has lasted long enough for a person to see it, as one item that follows from `failingSince`. */
  shown: z.boolean(),
});
export type PollState = z.infer<typeof pollStateSchema>;
export type Trouble = (typeof TROUBLES)[number];
