import * as z from 'zod';
import { OUTCOMES } from '../decision/outcomes.ts';
import { isRsin } from './rsin.ts';

const short = z.string().trim().min(1).max(200);
/** `visietraject/process-proposal`: a trajectory and one of its rounds (family); the round that is open counts. */
const roundFamily = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,80}\/[a-z0-9-]{1,60}$/,
    'is geen traject en ronde zoals visietraject/process-proposal',
  );

/**
 * How a source's messages are read: kind of decision → outcome and body, case or words → round. Written by the
 * administrator as YAML (`sources add --map`), docs/sources.md; what it does not say is for a person.
 */
export const sourceMappingSchema = z.strictObject({
  /** Whose decisions count, where several municipalities share a system: what others take is nobody's here. */
  rsin: z.string().refine(isRsin, 'is geen RSIN (negen cijfers die aan de elfproef voldoen)').optional(),
  /** By besluittype (its URL, or its omschrijving), or the `type` of a CloudEvent or Standard Webhook. */
  decisions: z
    .array(
      z.strictObject({
        type: short,
        outcome: z.enum(OUTCOMES).optional(),
        body: z.enum(['college', 'council']).optional(),
        round: roundFamily.optional(),
      }),
    )
    .default([]),
  /** By zaak: a case's URL or identification. */
  cases: z.array(z.strictObject({ case: short, round: roundFamily })).default([]),
  /** All of these words in what the decision says (toelichting, identificatie, title), without regard to case. */
  keywords: z.array(z.strictObject({ words: z.array(short).min(1), round: roundFamily })).default([]),
  /** Where a bare id is looked up (`https://zaken.harlingen.example/besluiten/api/v1/besluiten`); absent: nowhere. */
  resources: z.url().optional(),
  /** What this source sends that is never about our decisions. */
  ignore: z
    .strictObject({ channels: z.array(short).default([]), types: z.array(short).default([]) })
    .default({ channels: [], types: [] }),
  /** Of a polled source: which meetings and where; by kind, docs/sources.md. */
  poll: z
    .strictObject({
      url: z.url(),
      organisation: short.optional(),
      body: z.enum(['college', 'council']).default('council'),
    })
    .optional(),
});
export type SourceMapping = z.infer<typeof sourceMappingSchema>;

export const NO_MAPPING: SourceMapping = sourceMappingSchema.parse({});
