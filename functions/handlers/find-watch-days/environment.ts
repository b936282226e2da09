import * as z from 'zod';

export const findWatchDaysEnvironment = z.object({ TABLE_NAME: z.string().min(1), STAGE: z.string().min(1) });
export type FindWatchDaysEnvironment = z.infer<typeof findWatchDaysEnvironment>;
