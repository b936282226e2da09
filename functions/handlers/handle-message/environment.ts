import * as z from 'zod';

export const handleMessageEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  /** `local` may ask document systems on this machine. */
  STAGE: z.string().min(1),
  QUEUE_URL: z.url(),
});
export type HandleMessageEnvironment = z.infer<typeof handleMessageEnvironment>;
