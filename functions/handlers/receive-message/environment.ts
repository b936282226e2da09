import * as z from 'zod';

export const receiveMessageEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  STAGE: z.string().min(1),
  QUEUE_URL: z.url(),
});
export type ReceiveMessageEnvironment = z.infer<typeof receiveMessageEnvironment>;
