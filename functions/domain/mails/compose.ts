import { sequenceOfRequest } from '../agenda/agendaEvent.ts';
import { dayOf } from '../calendar/days.ts';
import type { Person } from '../contacts/contact.ts';
import { type Body, bodiesOf } from '../plan/bodies.ts';
import { dueOfRequest } from '../planning/dueOfRequest.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { agendaAttachment } from './agendaAttachment.ts';
import type { MailCatalogue } from './catalogue/mailCatalogue.ts';
import { drawFor, type Told } from './drawFor.ts';
import type { DrawnMail } from './layout.ts';
import type { MailAttachment, MailMatter } from './mailMatter.ts';
import { momentOfReason } from './momentOfReason.ts';
import { named } from './named.ts';
import type { AskedPerson, MessageReason } from './owedMails.ts';
import { leadAnd } from './recipients.ts';
import { asked } from './texts/asked.ts';
import { closed } from './texts/closed.ts';
import { decided } from './texts/decided.ts';
import { given } from './texts/given.ts';
import { partnerInformed } from './texts/partnerInformed.ts';
import { withdrawn } from './texts/withdrawn.ts';

export interface ComposedMail extends DrawnMail {
  readonly to: readonly string[];
  readonly replyTo: string;
  readonly attachments?: readonly MailAttachment[];
}

/** What a mail tells, by its reason, and whom: the contacts of the day on which it leaves. */
export function composeMail(reason: MessageReason, matter: MailMatter): ComposedMail {
  const { plan, round, requests, contacts } = matter;
  const bodies = bodiesOf(plan).filter((body) =>
    round.stages.some((stage) => stage.bodies.includes(body.id)),
  );
  const reference = mailReference(reason, round);
  const day = dayOf(matter.leavesAt ?? momentOfReason(reason, round));
  const mail: DrawTo = (to, told) => drawFor(to, plan, reference, told);
  const page = matter.pageOf?.(formatRoundId(round));
  const leadAndBodies = (of: readonly string[]) => leadAnd(plan, contacts, of, day);
  const everyone = (but?: string) => leadAndBodies(bodies.flatMap(({ id }) => (id === but ? [] : [id])));
  switch (reason.kind) {
    case 'asked':
      return composeAsked(reason, matter, mail);
    case 'decided': {
      const body = named(bodies, reason.request.body);
      const open = stillOpen(round, reason.request, requests, bodies);
      return mail(reason.toLead ? [plan.lead] : everyone(body.id), (words) =>
        decided(words, round, body, reason.request, open, page),
      );
    }
    case 'given': {
      const body = named(bodies, reason.request.body);
      return mail(everyone(body.id), (words) => given(words, round, body, reason.request, page));
    }
    case 'divided':
    case 'concluded': {
      const { kind, toLead } = reason;
      return mail(toLead ? [plan.lead] : everyone(), (words) =>
        closed(words, kind, round, requests, bodies, page),
      );
    }
    case 'withdrawn':
      return mail(leadAndBodies(requests.filter(({ askedAt }) => askedAt).map(({ body }) => body)), (words) =>
        withdrawn(words, round, page),
      );
    case 'partner-informed': {
      const partner = plan.partners.find(({ id }) => id === reason.partner);
      const { name, mail: address } = partner ?? { name: reason.partner, mail: plan.lead.mail };
      return mail([{ name, mail: address }], (words) => partnerInformed(words, plan, round, name));
    }
  }
}

type DrawTo = (to: readonly Person[], told: (words: MailCatalogue) => Told) => ComposedMail;

/** `visietraject/process-proposal.r1/GM0072/college/asked`: trajectory, round, body if any, reason (and person). */
export function mailReference(reason: MessageReason, round: Round): string {
  const body = 'request' in reason ? [reason.request.body] : [];
  return [round.trajectory, formatRoundId(round), ...body, reason.key].join('/');
}

/** The request itself: to one who answers for the body, with a link to do so and its days for the calendar. */
function composeAsked(
  { request, person, link }: AskedPerson,
  { plan, round, terms, leavesAt, agendaOf }: MailMatter,
  mail: DrawTo,
): ComposedMail {
  const at = leavesAt ?? request.askedAt ?? round.askAt;
  const body = named(bodiesOf(plan), request.body);
  const due = terms && dueOfRequest(plan, terms.calendars, terms, round, request);
  const told = (words: MailCatalogue) =>
    asked(words, plan, round, body, request, {
      leavesOn: leavesAt && dayOf(leavesAt),
      due,
      agenda: agendaOf?.(body.id),
      link,
    });
  const days =
    terms && due
      ? [
          {
            trajectory: round.trajectory,
            round: formatRoundId(round),
            title: round.title,
            body,
            role: request.role,
            due,
            sequence: sequenceOfRequest(terms.sequence, request),
            asked: true,
          },
        ]
      : [];
  return { ...mail([person], told), ...agendaAttachment(plan.title, days, at) };
}

/** Of its own stage only: a later one would say that it was weighed. */
function stillOpen(
  round: Round,
  answered: DecisionRequest,
  requests: readonly DecisionRequest[],
  bodies: readonly Body[],
): string[] {
  const stage = round.stages[round.stage];
  if (!stage || round.stage !== answered.stage || round.status !== 'open') return [];
  return stage.bodies
    .filter((id) => requests.find((request) => request.body === id)?.status !== 'decided')
    .map((id) => named(bodies, id).name);
}
