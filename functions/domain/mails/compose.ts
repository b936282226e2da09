import type { Day } from '../calendar/days.ts';
import { type Body, bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { DecisionRequest, Round } from '../round/round.ts';
import { formatRoundId } from '../roundId.ts';
import { type DrawnMail, drawMail } from './layout.ts';
import type { MailReason } from './owedMails.ts';
import { asked } from './texts/asked.ts';
import { closed } from './texts/closed.ts';
import { decided } from './texts/decided.ts';
import { partnerInformed } from './texts/partnerInformed.ts';
import { named, type Told } from './texts/told.ts';
import { withdrawn } from './texts/withdrawn.ts';

export interface ComposedMail extends DrawnMail {
  readonly to: readonly string[];
  readonly replyTo: string;
}

/**
 * What a mail tells, by its reason; the addresses are those of the plan at the moment of sending. `leavesOn` is the
 * day on which it leaves, where that may be later than its reason.
 */
export function composeMail(
  reason: MailReason,
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
  leavesOn?: Day,
): ComposedMail {
  const bodies = bodiesOf(plan).filter((body) =>
    round.stages.some((stage) => stage.bodies.includes(body.id)),
  );
  const reference = mailReference(reason, round);
  const mail = (to: readonly string[], told: Told): ComposedMail => ({
    to,
    replyTo: plan.lead.mail,
    ...drawMail({ ...told, reference }),
  });
  const everyone = (but?: string) =>
    unique([plan.lead.mail, ...bodies.filter((b) => b.id !== but).map((b) => b.mail)]);
  switch (reason.kind) {
    case 'asked': {
      const body = named(bodies, reason.request.body);
      return mail([body.mail], asked(plan, round, body, reason.request, leavesOn));
    }
    case 'decided': {
      const body = named(bodies, reason.request.body);
      return mail(
        everyone(body.id),
        decided(plan, round, body, reason.request, stillOpen(round, requests, bodies)),
      );
    }
    case 'divided':
    case 'concluded':
      return mail(everyone(), closed(reason.kind, plan, round, requests, bodies));
    case 'withdrawn': {
      const asked = requests.filter(({ askedAt }) => askedAt).map(({ body }) => named(bodies, body).mail);
      return mail(unique([plan.lead.mail, ...asked]), withdrawn(plan, round));
    }
    case 'partner-informed': {
      const partner = plan.partners.find(({ id }) => id === reason.partner);
      return mail(
        [partner?.mail ?? plan.lead.mail],
        partnerInformed(plan, round, partner?.name ?? reason.partner),
      );
    }
  }
}

/** `visietraject/process-proposal.r1/GM0072/college/asked`: trajectory, round, body if any, reason. */
export function mailReference(reason: MailReason, round: Round): string {
  const body = 'request' in reason ? [reason.request.body] : [];
  return [round.trajectory, formatRoundId(round), ...body, reason.key].join('/');
}

function unique(addresses: readonly string[]): string[] {
  return [...new Set(addresses)];
}

function stillOpen(round: Round, requests: readonly DecisionRequest[], bodies: readonly Body[]): string[] {
  const stage = round.stages[round.stage];
  if (!stage || round.status !== 'open') return [];
  return stage.bodies
    .filter((id) => requests.find((request) => request.body === id)?.status !== 'decided')
    .map((id) => named(bodies, id).name);
}
