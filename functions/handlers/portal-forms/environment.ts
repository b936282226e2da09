import * as z from 'zod';
import { portalEnvironment } from '../portal/environment.ts';

export const portalFormsEnvironment = portalEnvironment.extend({
  /** Where messages go that were held, and those that are tried once more. */
  QUEUE_URL: z.url(),
  DEAD_LETTER_QUEUE_URL: z.url(),
  /** The bucket of decision lists: they belong in a dossier. */
  LISTS_BUCKET: z.string().min(1),
  /** Only to be shown, on the page with settings. */
  MAILS_FROM: z.email(),
  LOG_RETENTION_DAYS: z.string().min(1),
  VERSION: z.string().min(1),
});
export type PortalFormsEnvironment = z.infer<typeof portalFormsEnvironment>;
