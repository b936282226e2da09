import * as z from 'zod';

export const recordMailEventsEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  CONFIGURATION_SET: z.string().optional(),
});
export type RecordMailEventsEnvironment = z.infer<typeof recordMailEventsEnvironment>;
