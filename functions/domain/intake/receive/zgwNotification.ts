import * as z from 'zod';
import { isRsin } from '../rsin.ts';

const uri = z
  .string()
  .refine((text) => URL.canParse(text), 'is geen adres (URI)')
  .meta({ format: 'uri' });

/**
 * A notification of the ZGW Notificaties API 1.0 with the limits of that standard (domain.md, "Notifications from
 * document systems"). Fields that the standard does not know are left alone: senders add them. An unknown kanaal is never
 * refused. An RSIN that cannot be one is the sender's mistake, whatever the kanaal: nobody could be found by it.
 */
export const zgwNotificationSchema = z.looseObject({
  kanaal: z.string().min(1).max(50),
  hoofdObject: uri,
  resource: z.string().min(1).max(100),
  resourceUrl: uri,
  actie: z.string().min(1).max(100),
  aanmaakdatum: z.iso.datetime({ offset: true, local: true }),
  kenmerken: z
    .object({
      verantwoordelijkeOrganisatie: z
        .string()
        .refine(isRsin, 'is geen RSIN (negen cijfers die aan de elfproef voldoen)')
        .meta({ pattern: '^[0-9]{9}$', description: 'An RSIN: nine digits that pass the eleven-test.' })
        .optional(),
    })
    .catchall(z.string().max(1000))
    .optional(),
  source: z.string().optional(),
});

/** What a sender asks on subscribing, to see whether we are there: always of this kanaal, whatever is sent later. */
export function isProbe(content: unknown): boolean {
  const parsed = zgwNotificationSchema.safeParse(content);
  return parsed.success && parsed.data.kanaal === 'test';
}
