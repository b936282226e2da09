import * as z from 'zod';
import { isRsin } from '../rsin.ts';

const uri = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => URL.canParse(text), 'een URI');

/**
 * A notification of the ZGW Notificaties API 1.0 (domain.md, "Notifications from document systems"). Fields that the
 * standard does not know are left alone: senders add them. An unknown kanaal is never refused.
 */
export const zgwNotificationSchema = z.looseObject({
  kanaal: z.string().min(1).max(50),
  hoofdObject: uri,
  resource: z.string().min(1).max(100),
  resourceUrl: uri,
  actie: z.string().min(1).max(100),
  aanmaakdatum: z.iso.datetime({ offset: true, local: true }),
  kenmerken: z
    .record(z.string().max(1000), z.string().max(1000))
    .refine(
      ({ verantwoordelijkeOrganisatie: rsin }) => rsin === undefined || isRsin(rsin),
      'verantwoordelijkeOrganisatie is geen RSIN (negen cijfers, elfproef)',
    )
    .optional(),
  source: z.string().max(1000).optional(),
});
export type ZgwNotification = z.infer<typeof zgwNotificationSchema>;

/** What a sender asks on subscribing, to see whether we are there: always of this kanaal, whatever is sent later. */
export function isProbe(content: unknown): boolean {
  const parsed = zgwNotificationSchema.safeParse(content);
  return parsed.success && parsed.data.kanaal === 'test';
}

/** Where a notification is wrong, for the one who sends it: the names of fields, not their content. */
export function whereWrong(error: z.ZodError): string {
  const fields = error.issues.map(({ path, message }) => `${path.join('.') || 'het bericht'}: ${message}`);
  return `Het bericht heeft niet de afgesproken vorm (${fields.slice(0, 5).join('; ')}).`;
}
