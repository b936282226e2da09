import { type AgendaRequest, eventsOfRequest } from '../agenda/agendaEvent.ts';
import { drawAgenda } from '../agenda/drawAgenda.ts';
import type { MailAttachment } from './mailMatter.ts';

/** The days of what is asked, to put in one's calendar; none when nothing in the mail has a day. */
export function agendaAttachment(
  name: string,
  requests: readonly AgendaRequest[],
  at: string,
): { attachments?: readonly MailAttachment[] } {
  if (requests.length === 0) return {};
  const content = drawAgenda(name, requests.flatMap(eventsOfRequest), at);
  const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
  return { attachments: [{ filename: 'besluitketen.ics', contentType, content }] };
}
