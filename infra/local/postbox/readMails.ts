import * as z from 'zod';
import { referenceIn } from '../../../functions/domain/mails/referenceIn.ts';

const messagesSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        Source: z.string(),
        To: z.array(z.string()),
        Subject: z.string().nullish(),
        BodyText: z.string().nullish(),
        BodyHtml: z.string().nullish(),
        /** Seconds since 1970. */
        Timestamp: z.number(),
      }),
    ),
  ),
});

/** A mail as it lies in the local cloud's mailbox. */
export interface LocalMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: string;
  /** What stands in its "Berichtkenmerk": `visietraject/process-proposal.r1/GM0072/college/asked`. */
  readonly reference: string;
}

export type ReadMails = () => Promise<LocalMail[]>;

/** Every mail that was sent, the newest first. Those that were sent in one second stay in their order, turned around. */
export function readMailsOf(endpoint: string): ReadMails {
  return async () => {
    const response = await fetch(`${endpoint}/_ministack/ses/messages`);
    const { messages } = messagesSchema.parse(await response.json());
    return Object.values(messages)
      .flat()
      .map(({ MessageId, Source, To, Subject, BodyText, BodyHtml, Timestamp }) => ({
        id: MessageId,
        from: Source,
        to: To,
        subject: Subject || '(zonder onderwerp)',
        text: BodyText ?? '',
        html: BodyHtml ?? '',
        sentAt: new Date(Timestamp * 1000).toISOString(),
        reference: referenceIn(BodyText ?? ''),
      }))
      .reverse()
      .sort((a, b) => (a.sentAt > b.sentAt ? -1 : a.sentAt < b.sentAt ? 1 : 0));
  };
}
