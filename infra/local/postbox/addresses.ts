/** Of the mailbox: only the local cloud's own server answers there (serveHere.ts). */
export const POSTBOX = '/postbus';

/** The markup of a mail, as a document of its own. */
export const MAIL_DOCUMENT = `${POSTBOX}/:id/html`;

export function postboxOf(trajectory: string): string {
  return `${POSTBOX}?traject=${encodeURIComponent(trajectory)}`;
}

export function mailAddress(id: string): string {
  return `${POSTBOX}/${encodeURIComponent(id)}`;
}
