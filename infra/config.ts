import * as z from 'zod';

/** What a stage is, in one typed place; `local` is the embedded local cloud of `npm start`. */
const stageSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9]{1,15}$/),
  /** Verified identity the mails are sent from. */
  senderAddress: z.email(),
  /** Data survives the stacks: deletion protection and retained tables. */
  keepsData: z.boolean(),
  /**
   * Where people find the portal, when that is not the address of its API: an origin, for paths are put behind it and forms
   * are held against it; without https cookies would go over the line in the clear.
   */
  portalUrl: z
    .url()
    .refine((text) => URL.canParse(text) && new URL(text).origin === text)
    .optional(),
  /** Whether trajectories are shown without signing in. Elsewhere than here reading takes a reader's grant. */
  anonymousMayRead: z.boolean(),
  /** The municipality's own issuer (Entra ID, Keycloak); absent: a Cognito user pool of the stage. */
  issuer: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }),
      clientId: z.string().min(1),
      /** The claim with a person's address, of an issuer that has no `email_verified`. */
      mailClaim: z.string().min(1).optional(),
    })
    .optional(),
  logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(365)]),
});
export type StageConfig = z.infer<typeof stageSchema>;

/** The stage to synthesise, from STAGE, SENDER_ADDRESS, PORTAL_URL and OIDC_*. Fails with a sentence before anything is changed. */
export function readStageConfig(environment: NodeJS.ProcessEnv): StageConfig {
  const name = environment.STAGE ?? 'local';
  const local = name === 'local';
  const senderAddress =
    environment.SENDER_ADDRESS ?? (local ? 'besluitketen@besluitketen.example' : undefined);
  if (!senderAddress) {
    throw new Error(
      `Stage "${name}" heeft een afzender nodig: zet SENDER_ADDRESS op een in SES geverifieerd adres.`,
    );
  }
  const portalUrl = environment.PORTAL_URL?.replace(/\/$/, '') || undefined;
  const issuer = issuerOf(environment);
  const config = {
    name,
    senderAddress,
    portalUrl,
    ...(issuer && { issuer }),
    anonymousMayRead: local,
    keepsData: !local,
    logRetentionDays: local ? 7 : 365,
  };
  if (!local && portalUrl?.startsWith('http:')) throw new Error(wrongPortalUrl(portalUrl));
  const parsed = stageSchema.safeParse(config);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => {
    if (path[0] === 'name')
      return `Stage "${name}" kan geen naam zijn: gebruik 2 tot 16 kleine letters en cijfers, beginnend met een letter, zoals STAGE=prod.`;
    if (path[0] === 'senderAddress')
      return `SENDER_ADDRESS "${senderAddress}" is geen e-mailadres: zet er een in SES geverifieerd adres in, zoals besluiten@gemeente.example.`;
    if (path[0] === 'portalUrl') return wrongPortalUrl(portalUrl);
    if (path[0] === 'issuer')
      return 'OIDC_ISSUER en OIDC_CLIENT_ID horen bij elkaar: zet er het https-adres van de aanmelddienst in (zonder /.well-known), en de naam waaronder Besluitketen daar bekend is.';
    return message;
  });
  throw new Error([...new Set(sentences)].join(' '));
}

function wrongPortalUrl(given: string | undefined): string {
  return `PORTAL_URL "${given}" is geen adres van een portaal: schrijf het voluit, met https en zonder pad, zoals https://besluiten.gemeente.example.`;
}

function issuerOf(environment: NodeJS.ProcessEnv) {
  const url = environment.OIDC_ISSUER || undefined;
  const clientId = environment.OIDC_CLIENT_ID || undefined;
  const mailClaim = environment.OIDC_MAIL_CLAIM || undefined;
  return url || clientId ? { url, clientId, ...(mailClaim && { mailClaim }) } : undefined;
}
