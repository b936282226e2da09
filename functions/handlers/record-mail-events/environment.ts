import * as z from 'zod';

export const recordMailEventsEnvironment = z.object({ TABLE_NAME: z.string().min(1) });
export type RecordMailEventsEnvironment = z.infer<typeof recordMailEventsEnvironment>;
