import * as z from 'zod';

export const watchDayEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  CHAIN_ARN: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  CONFIGURATION_SET: z.string().optional(),
});
export type WatchDayEnvironment = z.infer<typeof watchDayEnvironment>;
