import { z } from 'zod';
import { referenceIn } from '../../functions/domain/mails/referenceIn.ts';
import { mailboxUrl } from './deployed.ts';

const mailboxSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.looseObject({
        Source: z.string(),
        To: z.array(z.string()),
        Subject: z.string(),
        BodyText: z.string(),
        BodyHtml: z.string(),
      }),
    ),
  ),
});

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What follows the trajectory in its "Berichtkenmerk": `process-proposal.r1/GM0072/college/asked`. */
  readonly reference: string;
}

/** The mails of a trajectory as they lie in the local mailbox, which does not keep the Reply-To. */
export async function mailsOf(trajectory: string): Promise<Mail[]> {
  const response = await fetch(mailboxUrl);
  const { messages } = mailboxSchema.parse(await response.json());
  return Object.values(messages)
    .flat()
    .flatMap((message) => {
      const reference = referenceIn(message.BodyText);
      if (!reference.startsWith(`${trajectory}/`)) return [];
      return {
        from: message.Source,
        to: message.To,
        subject: message.Subject,
        text: message.BodyText,
        html: message.BodyHtml,
        reference: reference.slice(trajectory.length + 1),
      };
    });
}
