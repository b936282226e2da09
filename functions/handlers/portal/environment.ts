import * as z from 'zod';

export const portalEnvironment = z.object({ TABLE_NAME: z.string().min(1), STAGE: z.string().min(1) });
export type PortalEnvironment = z.infer<typeof portalEnvironment>;
