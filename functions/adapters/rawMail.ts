import type { OutgoingMail } from '../operations/ports.ts';

/**
 * A message with attachments as MIME, which is all SES takes them in. Addresses, names and subject are encoded by the
 * library; SES itself adds the date. Nothing is ever fetched or read from disk for it.
 */
export async function rawMail(from: string, to: readonly string[], mail: OutgoingMail): Promise<Uint8Array> {
  // Most functions that can send never send one: loaded when needed.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from,
    to: [...to],
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.attachments ?? []).map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
