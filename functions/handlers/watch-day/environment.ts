import * as z from 'zod';

export const watchDayEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  CHAIN_ARN: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  CONFIGURATION_SET: z.string().optional(),
  /** Where the feeds are that mails name. */
  PORTAL_URL: z.url().optional(),
});
export type WatchDayEnvironment = z.infer<typeof watchDayEnvironment>;
