import * as z from 'zod';

export const weighRoundEnvironment = z.object({ TABLE_NAME: z.string().min(1) });
export type WeighRoundEnvironment = z.infer<typeof weighRoundEnvironment>;
