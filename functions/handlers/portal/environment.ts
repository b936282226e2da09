import * as z from 'zod';

export const portalEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  STAGE: z.string().min(1),
  /** Of the approval chain; a round's page leads the administrator to its execution. */
  CHAIN_ARN: z.string().min(1),
  /** Of the portal as people know it: where the issuer sends them back to. */
  PORTAL_URL: z.url(),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  /** Only of an issuer without `email_verified` that is trusted for this claim: `preferred_username`. */
  OIDC_MAIL_CLAIM: z.string().min(1).optional(),
  /** `true` shows trajectories to whoever comes by. */
  ANONYMOUS_MAY_READ: z.enum(['true', 'false']),
});
export type PortalEnvironment = z.infer<typeof portalEnvironment>;
