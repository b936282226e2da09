import * as z from 'zod';

export const decideByLinkEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  STAGE: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  CONFIGURATION_SET: z.string().optional(),
  /** Where the links lead, and whose pages may post. */
  PORTAL_URL: z.url(),
  /** The bucket of decision lists. */
  LISTS_BUCKET: z.string().min(1),
});
export type DecideByLinkEnvironment = z.infer<typeof decideByLinkEnvironment>;
