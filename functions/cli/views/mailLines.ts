import Table from 'cli-table3';
import type { MailView } from '../../operations/mailViews.ts';

const STATUS_WORD: Readonly<Record<MailView['status'], string>> = {
  planned: 'gepland',
  'to-send': 'te verzenden',
  paused: 'tegengehouden',
  failed: 'geweigerd, wordt opnieuw geprobeerd',
  stopped: 'gaat niet: adres krijgt geen berichten',
  sent: 'verzonden',
};

export function mailTable(mails: readonly MailView[]): string[] {
  if (mails.length === 0) return ['Er is nog geen bericht verzonden of te verzenden.'];
  const table = new Table({
    head: ['stand', 'wanneer', 'aan', 'onderwerp', 'berichtkenmerk'],
    style: { head: [], border: [] },
  });
  for (const { status, plannedOn, sentAt, to, subject, reference, error } of mails) {
    table.push([
      `${STATUS_WORD[status]}${error ? `: ${error}` : ''}`,
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
    `Stand:      ${STATUS_WORD[mail.status]}${mail.sentAt || mail.plannedOn ? ` op ${mail.sentAt ?? mail.plannedOn}` : ''}`,
    `Aan:        ${mail.to.join(', ')}`,
    `Antwoorden: ${mail.replyTo}`,
    `Onderwerp:  ${mail.subject}`,
    '',
    ...mail.text.split('\n'),
  ];
}
