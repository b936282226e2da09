export const MAILS = '/beheer/mails';
export const MAILS_PATH = `${MAILS}/:id`;
export const MAIL_PATH = `${MAILS_PATH}/bericht`;
export const MAIL_DOCUMENT_PATH = `${MAILS_PATH}/opgemaakt`;
export const PAUSE_MAILS_PATH = `${MAILS_PATH}/pauze`;
export const RESUME_MAILS_PATH = `${MAILS_PATH}/hervatten`;

export function mailsAddress(trajectory: string): string {
  return `${MAILS}/${encodeURIComponent(trajectory)}`;
}

/** One mail by its reference (`visietraject/process-proposal.r1/GM0072/college/asked`), or how it looks. */
export function mailAddress(
  trajectory: string,
  reference: string,
  how: 'bericht' | 'opgemaakt' = 'bericht',
): string {
  return `${mailsAddress(trajectory)}/${how}?kenmerk=${encodeURIComponent(reference)}`;
}

/** Where an address that gets no mails is released. Not under a name of its own: addresses of people stand in no URL. */
export const RELEASE_ADDRESS_PATH = '/beheer/mailadressen/vrijgeven';
