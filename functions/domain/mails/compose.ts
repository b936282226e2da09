import { sequenceOfRequest } from '../agenda/agendaEvent.ts';
import { dayOf } from '../calendar/days.ts';
import { type Body, bodiesOf } from '../plan/bodies.ts';
import { dueOfRequest } from '../planning/dueOfRequest.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { agendaAttachment } from './agendaAttachment.ts';
import { type DrawnMail, drawMail } from './layout.ts';
import type { MailAttachment, MailMatter } from './mailMatter.ts';
import { momentOfReason } from './momentOfReason.ts';
import type { AskedPerson, MessageReason } from './owedMails.ts';
import { leadAnd } from './recipients.ts';
import { asked } from './texts/asked.ts';
import { closed } from './texts/closed.ts';
import { decided } from './texts/decided.ts';
import { given } from './texts/given.ts';
import { partnerInformed } from './texts/partnerInformed.ts';
import { named, type Told } from './texts/told.ts';
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
  const mail = (to: readonly string[], told: Told): ComposedMail => ({
    to,
    replyTo: plan.lead.mail,
    ...drawMail({ ...told, reference }),
  });
  const leadAndBodies = (of: readonly string[]) => leadAnd(plan, contacts, of, day);
  const everyone = (but?: string) => leadAndBodies(bodies.flatMap(({ id }) => (id === but ? [] : [id])));
  switch (reason.kind) {
    case 'asked':
      return composeAsked(reason, matter, mail);
    case 'decided': {
      const body = named(bodies, reason.request.body);
      return mail(
        reason.toLead ? [plan.lead.mail] : everyone(body.id),
        decided(plan, round, body, reason.request, stillOpen(round, reason.request, requests, bodies)),
      );
    }
    case 'given': {
      const body = named(bodies, reason.request.body);
      return mail(everyone(body.id), given(plan, round, body, reason.request));
    }
    case 'divided':
    case 'concluded':
      return mail(
        reason.toLead ? [plan.lead.mail] : everyone(),
        closed(reason.kind, plan, round, requests, bodies),
      );
    case 'withdrawn':
      return mail(
        leadAndBodies(requests.filter(({ askedAt }) => askedAt).map(({ body }) => body)),
        withdrawn(plan, round),
      );
    case 'partner-informed': {
      const partner = plan.partners.find(({ id }) => id === reason.partner);
      return mail(
        [partner?.mail ?? plan.lead.mail],
        partnerInformed(plan, round, partner?.name ?? reason.partner),
      );
    }
  }
}

/** `visietraject/process-proposal.r1/GM0072/college/asked`: trajectory, round, body if any, reason (and person). */
export function mailReference(reason: MessageReason, round: Round): string {
  const body = 'request' in reason ? [reason.request.body] : [];
  return [round.trajectory, formatRoundId(round), ...body, reason.key].join('/');
}

/** The request itself: to one who answers for the body, with a link to do so and its days for the calendar. */
function composeAsked(
  { request, person, link }: AskedPerson,
  { plan, round, terms, leavesAt, agendaOf }: MailMatter,
  mail: (to: readonly string[], told: Told) => ComposedMail,
): ComposedMail {
  const at = leavesAt ?? request.askedAt ?? round.askAt;
  const body = named(bodiesOf(plan), request.body);
  const due = terms && dueOfRequest(plan, terms.calendars, terms, round, request);
  const told = asked(plan, round, body, request, {
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
  return { ...mail([person.mail], told), ...agendaAttachment(plan.title, days, at) };
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
