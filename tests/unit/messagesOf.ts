import { dayOf } from '../../functions/domain/calendar/days.ts';
import { askedPeople } from '../../functions/domain/mails/askedPeople.ts';
import type { MailMatter } from '../../functions/domain/mails/mailMatter.ts';
import type { MailReason, MessageReason } from '../../functions/domain/mails/owedMails.ts';

/** The messages of a reason, as whoever sends it makes them: a request is one a person, the others are one. */
export function messagesOf(reason: MailReason, matter: MailMatter): MessageReason[] {
  if (reason.kind !== 'asked') return [reason];
  const { request } = reason;
  const at = matter.leavesAt ?? request.askedAt ?? matter.round.askAt;
  return askedPeople(matter.plan, matter.contacts, request, dayOf(at));
}
