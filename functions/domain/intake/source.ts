import * as z from 'zod';
import { SCHEMA_VERSION } from '../round/round.ts';
import { sourceMappingSchema } from './sourceMapping.ts';

const instant = z.iso.datetime();

/** How a source speaks (domain.md, "Notifications from document systems"), or how it is asked (council systems). */
export const MESSAGE_KINDS = ['zgw', 'cloudevents', 'standard'] as const;
export const POLLED_KINDS = ['notubiz', 'ibabs', 'ori'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
export type PolledKind = (typeof POLLED_KINDS)[number];

/** A name is part of addresses, keys and parameter names. */
export const SOURCE_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Whom we hear decisions from, and how its messages are read. Its secrets are elsewhere: `SourceSecrets`. */
export const sourceSchema = z.strictObject({
  kind: z.literal('source'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  name: z.string().regex(SOURCE_NAME),
  speaks: z.enum([...MESSAGE_KINDS, ...POLLED_KINDS]),
  /** Whose decisions it may report: `GM0072`. */
  municipality: z.string(),
  /** Exact origins (`https://zaken.harlingen.example`) its resources may be fetched from; none: nothing is fetched. */
  origins: z.array(z.string()),
  mapping: sourceMappingSchema,
  /** Messages a minute before it is told to wait (429). */
  mostPerMinute: z.int().positive(),
  /** While set its messages are kept and not worked on. */
  pausedAt: instant.optional(),
  addedAt: instant,
  addedBy: z.string(),
  lastWrite: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

export const USUAL_MOST_PER_MINUTE = 3000;
