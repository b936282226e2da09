import * as z from 'zod';
import type { Mark } from './markedAddress.ts';

const recipients = z.array(z.object({ emailAddress: z.string() }));

/**
 * What SES tells on the default bus, as far as it is read: "Email Sent", "Email Bounced" (with `bounce`) and "Email
 * Complaint Received" (with `complaint`), each with the tags the message was sent with (SES Developer Guide, "Contents of
 * event data"; "Monitoring SES events using EventBridge").
 */
export const mailEventSchema = z.object({
  detail: z.object({
    mail: z.object({
      timestamp: z.string(),
      messageId: z.string(),
      tags: z.record(z.string(), z.array(z.string())),
    }),
    bounce: z
      .object({
        bounceType: z.string(),
        bounceSubType: z.string().optional(),
        bouncedRecipients: recipients,
        timestamp: z.string(),
      })
      .optional(),
    complaint: z
      .object({
        complainedRecipients: recipients,
        complaintSubType: z.string().nullish(),
        complaintFeedbackType: z.string().optional(),
        timestamp: z.string(),
      })
      .optional(),
  }),
});
export type MailEvent = z.infer<typeof mailEventSchema>['detail'];

export interface ReportedAddress {
  readonly address: string;
  readonly why: Mark;
  readonly detail: string | undefined;
  readonly at: string;
}

/**
 * The addresses that an event says something bad of. Only "Permanent" is for good; "Transient" and "Undetermined" may do
 * the next time. A complaint may name every recipient at the same provider: nobody knows which of them it was.
 */
export function reportedIn({
  bounce,
  complaint,
}: Pick<MailEvent, 'bounce' | 'complaint'>): ReportedAddress[] {
  const reported = (
    given: z.infer<typeof recipients>,
    why: Mark,
    detail: string | undefined,
    timestamp: string,
  ) =>
    given.map(({ emailAddress }) => ({
      address: bare(emailAddress),
      why,
      detail,
      at: new Date(timestamp).toISOString(),
    }));
  return [
    ...(bounce
      ? reported(
          bounce.bouncedRecipients,
          bounce.bounceType === 'Permanent' ? 'bounced' : 'delayed',
          bounce.bounceSubType,
          bounce.timestamp,
        )
      : []),
    ...(complaint
      ? reported(
          complaint.complainedRecipients,
          'complained',
          complaint.complaintSubType ?? complaint.complaintFeedbackType,
          complaint.timestamp,
        )
      : []),
  ];
}

/** A bounce may write it with the name: `Jan <jan@voorbeeld.nl>`. */
function bare(address: string): string {
  return /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;
}
