import * as z from 'zod';

export const pollCouncilsEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  /** Only the local cloud may ask over plain http. */
  STAGE: z.string().min(1),
  QUEUE_URL: z.url(),
});
export type PollCouncilsEnvironment = z.infer<typeof pollCouncilsEnvironment>;
