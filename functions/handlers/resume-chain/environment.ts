import * as z from 'zod';

export const resumeChainEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  CHAIN_ARN: z.string().min(1),
});
export type ResumeChainEnvironment = z.infer<typeof resumeChainEnvironment>;
