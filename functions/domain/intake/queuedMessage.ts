import * as z from 'zod';
import { MESSAGE_KINDS } from './source.ts';

/** A message as it waits in the queue: as it was sent, after its sender was authenticated and its shape checked. */
export const queuedMessageSchema = z.strictObject({
  source: z.string(),
  speaks: z.enum(MESSAGE_KINDS),
  receivedAt: z.iso.datetime(),
  /**
   * What makes it the same message: zgw a hash over all fields whatever their order, cloudevents source and id,
   * standard its webhook-id; each hashed to 32 hexadecimal characters.
   */
  messageKey: z.string().regex(/^[0-9a-f]{32}$/),
  /** The content as JSON text: the notification; the event with its attributes (structured or binary alike); the payload. */
  content: z.string(),
  /** Nobody sent it: we found its decision in the list of the source. The content is a ZGW notification, whatever it speaks. */
  foundBy: z.literal('reconciliation').optional(),
});
export type QueuedMessage = z.infer<typeof queuedMessageSchema>;
