import type { DossierFile, DossierMail } from './dossier.ts';

/** A file for each message that was sent, in the order in which they left. */
export function mailFiles(mails: readonly DossierMail[]): DossierFile[] {
  return [...mails]
    .sort((a, b) => (`${a.sentAt} ${a.reference}` < `${b.sentAt} ${b.reference}` ? -1 : 1))
    .map(({ sentAt, to, subject, text, reference }, index) => ({
      path: `berichten/${String(index + 1).padStart(4, '0')}.txt`,
      what: `${sentAt.slice(0, 10)} ${subject}`,
      bytes: new TextEncoder().encode(
        [
          `Verzonden: ${sentAt}`,
          `Aan: ${to.join(', ')}`,
          `Onderwerp: ${subject}`,
          `Kenmerk: ${reference}`,
          '',
          text,
        ].join('\n'),
      ),
    }));
}
