import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a feed is of: a trajectory, or one body in it. */
export interface AgendaSubject {
  readonly trajectory: string;
  readonly body?: string | undefined;
}

const MAC_LENGTH = 22;
const LINK = /^([A-Za-z0-9_-]{1,80})(?:~([A-Za-z0-9_~-]{1,80}))?\.([A-Za-z0-9_-]{22})$/;

/**
 * `visietraject~GM0072~council.<mac>`: calendar programs cannot sign in, so who knows the link may read the feed. The
 * HMAC-SHA256 (132 bits of it, base64url) by the trajectory's own random key keeps it from being guessed.
 */
export function agendaLink(key: string, subject: AgendaSubject): string {
  const named = nameOf(subject);
  return `${named}.${macOf(key, named)}`;
}

/** The address of the feed; the portal's own address first. */
export function agendaUrl(portalUrl: string, link: string): string {
  return `${portalUrl.replace(/\/+$/, '')}/agenda/${link}.ics`;
}

/** What a link says it is of; undefined when it is no link of ours. Not checked yet: see `isGenuine`. */
export function readAgendaLink(link: string): AgendaSubject | undefined {
  const [, trajectory, body] = LINK.exec(link) ?? [];
  return trajectory === undefined ? undefined : { trajectory, body: body?.replaceAll('~', '/') };
}

/** Was this link made with this key? Takes as long for a wrong one as for a right one. */
export function isGenuine(key: string, link: string): boolean {
  const named = link.slice(0, -MAC_LENGTH - 1);
  const given = Buffer.from(link);
  const own = Buffer.from(`${named}.${macOf(key, named)}`);
  return given.length === own.length && timingSafeEqual(given, own);
}

function nameOf({ trajectory, body }: AgendaSubject): string {
  return body === undefined ? trajectory : `${trajectory}~${body.replaceAll('/', '~')}`;
}

function macOf(key: string, named: string): string {
  return createHmac('sha256', key).update(`agenda ${named}`).digest('base64url').slice(0, MAC_LENGTH);
}
