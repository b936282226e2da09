import * as z from 'zod';
import { portalEnvironment } from '../portal/environment.ts';

export const portalFormsEnvironment = portalEnvironment.omit({ LISTS_BUCKET: true }).extend({
  /** Where messages go that were held, and those that are tried once more. */
  QUEUE_URL: z.url(),
  DEAD_LETTER_QUEUE_URL: z.url(),
});
export type PortalFormsEnvironment = z.infer<typeof portalFormsEnvironment>;
