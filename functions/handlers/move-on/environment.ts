import * as z from 'zod';

export const moveOnEnvironment = z.object({ TABLE_NAME: z.string().min(1), CHAIN_ARN: z.string().min(1) });
export type MoveOnEnvironment = z.infer<typeof moveOnEnvironment>;
