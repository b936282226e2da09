import * as z from 'zod';
import { parseRoundId } from '../../domain/roundId.ts';
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
    const owner = { trajectory: row.trajectory, round: parseRoundId(row.round), body: row.body };
    const marked = await markSent(
      store,
      owner,
      row.key,
      mail.messageId,
      new Date(mail.timestamp).toISOString(),
    );
    if (marked)
      log.info('a sent mail was marked by its event', { trajectory: row.trajectory, round: row.round });
    return { marked };
  };
}
