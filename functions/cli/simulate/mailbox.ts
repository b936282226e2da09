import * as z from 'zod';
import { isAskedKey } from '../../domain/mails/askedPeople.ts';
import { referenceIn } from '../../domain/mails/referenceIn.ts';

const messagesSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        To: z.array(z.string()),
        Subject: z.string(),
        BodyText: z.string().nullish(),
      }),
    ),
  ),
});

/** A mail of this trajectory as it lies in the local mailbox. */
export interface SeenMail {
  readonly to: readonly string[];
  readonly subject: string;
  /** What follows the trajectory in its "Berichtkenmerk". */
  readonly reference: string;
}

/** Reads the local cloud's mailbox: what was sent, not what the code meant to send. */
export async function readMailbox(endpoint: string, trajectory: string): Promise<SeenMail[]> {
  const response = await fetch(`${endpoint}/_ministack/ses/messages`);
  const { messages } = messagesSchema.parse(await response.json());
  return Object.values(messages)
    .flat()
    .flatMap(({ To, Subject, BodyText }) => {
      const reference = referenceIn(BodyText ?? '');
      return reference.startsWith(`${trajectory}/`)
        ? [{ to: To, subject: Subject, reference: reference.slice(trajectory.length + 1) }]
        : [];
    });
}

/** `asked`, `decided`, `given`, `reminder`, `divided`, `concluded` or `partner-informed`, from the reference. */
export function kindOfMail(mail: SeenMail): string {
  if (reminderDay(mail)) return 'reminder';
  if (mail.reference.startsWith('statement-')) return 'statement';
  const key = mail.reference.split('/').at(-1) ?? '';
  if (key.startsWith('decided-')) return 'decided';
  if (key.startsWith('given-')) return 'given';
  if (key.startsWith('replanned-')) return 'replanned';
  if (isAskedKey(key)) return 'asked';
  return key.startsWith('partner-') ? 'partner-informed' : key;
}

/** The day on which a reminder was sent; it stands in its reference. */
export function reminderDay(mail: Pick<SeenMail, 'reference'>): string | undefined {
  return /^remind-(\d{4}-\d{2}-\d{2})\//.exec(mail.reference)?.[1];
}
