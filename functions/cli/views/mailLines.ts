import Table from 'cli-table3';
import { MAIL_STATUS_WORD } from '../../domain/mails/mailWords.ts';
import type { MailView } from '../../operations/mailViews.ts';

export function mailTable(mails: readonly MailView[]): string[] {
  if (mails.length === 0) return ['Er is nog geen bericht verzonden of te verzenden.'];
  const table = new Table({
    head: ['stand', 'wanneer', 'aan', 'onderwerp', 'berichtkenmerk'],
    style: { head: [], border: [] },
  });
  for (const { status, plannedOn, sentAt, to, subject, reference, error } of mails) {
    table.push([
      `${MAIL_STATUS_WORD[status]}${error ? `: ${error}` : ''}`,
      plannedOn ?? sentAt?.slice(0, 16).replace('T', ' ') ?? '',
      to.length > 2 ? `${to[0]} en ${to.length - 1} anderen` : to.join(', '),
      subject,
      reference,
    ]);
  }
  return table.toString().split('\n');
}

export function mailText(mail: MailView): string[] {
  return [
    `Stand:      ${MAIL_STATUS_WORD[mail.status]}${mail.sentAt || mail.plannedOn ? ` op ${mail.sentAt ?? mail.plannedOn}` : ''}`,
    `Aan:        ${mail.to.join(', ')}`,
    `Antwoorden: ${mail.replyTo}`,
    `Onderwerp:  ${mail.subject}`,
    '',
    ...mail.text.split('\n'),
  ];
}
