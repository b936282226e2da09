import * as z from 'zod';
import { readMailRow } from '../../operations/mailTags.ts';
import { markSent } from '../../operations/markSent.ts';
import type { Log, RecordStore } from '../../operations/ports.ts';

/** An event of SES on the default bus: detail-type "Email Sent", with the tags the message was sent with. */
const eventSchema = z.object({
  detail: z.object({
    mail: z.object({
      timestamp: z.string(),
      messageId: z.string(),
      tags: z.record(z.string(), z.array(z.string())),
    }),
  }),
});

/**
 * SES says that it took a message. When the function that sent it died before its mark, this marks it, so
 * that the lapsed claim is not taken for an unsent mail.
 */
export function createHandler({ store, log }: { readonly store: RecordStore; readonly log: Log }) {
  return async (event: unknown): Promise<{ readonly marked: boolean }> => {
    const { mail } = eventSchema.parse(event).detail;
    const row = readMailRow(mail.tags.row?.[0]);
    if (!row) return { marked: false };
    const marked = await markSent(
      store,
      row.owner,
      row.key,
      mail.messageId,
      new Date(mail.timestamp).toISOString(),
    );
    if (marked)
      log.info('a sent mail was marked by its event', { trajectory: row.owner.trajectory, key: row.key });
    return { marked };
  };
}
