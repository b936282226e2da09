import { dayOf } from '../domain/calendar/days.ts';
import { askedPeople, isEverybodyTold } from '../domain/mails/askedPeople.ts';
import { composeMail } from '../domain/mails/compose.ts';
import type { MailMatter } from '../domain/mails/mailMatter.ts';
import { isClaimable } from '../domain/mails/owedMails.ts';
import type { DecisionRequest } from '../domain/round/round.ts';
import { leavingMoment } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { type LinkMaking, makeLinkUrl } from './links/createLink.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';

type Result = 'sent' | 'failed' | 'left';

/**
 * The request of one body, to each who answers for it in a message of its own: each is claimed, sent and marked by
 * itself, so that a refused address, or a function that dies between two of them, repeats none of the others. The
 * reason, `asked`, is marked when all have been told (decision 11).
 */
export async function sendAsked(
  deps: MailDependencies & LinkMaking,
  matter: MailMatter,
  request: DecisionRequest,
  { clock }: Trajectory,
): Promise<Result[]> {
  const { store, now } = deps;
  const at = leavingMoment(clock, now()) ?? request.askedAt ?? matter.round.askAt;
  const messages = askedPeople(matter.plan, matter.contacts, request, dayOf(at));
  const several = messages.some(({ key }) => key !== 'asked');
  // Begun when one person answered for the body, and perhaps on its way to that person: others wait for the lease.
  if (several && !isClaimable(request.mails.asked, now())) return [];
  const owner = { trajectory: request.trajectory, round: matter.round, body: request.body };
  const results: Result[] = [];
  for (const message of messages) {
    const row = { owner, key: message.key, before: request.mails[message.key] };
    results.push(
      await sendClaimedMail(
        deps,
        'asked',
        [row],
        async (_claimed, trajectory, leaves) => {
          const { person } = message;
          const { trajectory: id, round, body } = request;
          const link = message.answers
            ? await makeLinkUrl(deps, { trajectory: id, round, body, person }, leaves)
            : undefined;
          return composeMail(
            { ...message, link },
            { ...matter, leavesAt: leavingMoment(trajectory.clock, leaves) },
          );
        },
        [message.person.mail],
      ),
    );
  }
  if (several) await markWhenEverybodyIsTold();
  return results;

  /** By the row as it is now: of two senders at once, each with one of two people, the last to look sees both. */
  async function markWhenEverybodyIsTold(): Promise<void> {
    const seen = await store.request(request.trajectory, formatRoundId(matter.round), request.body);
    if (!seen || !isEverybodyTold(messages, seen.mails)) return;
    const last = messages
      .flatMap(({ key }) => seen.mails[key] ?? [])
      .sort(bySentAt)
      .at(-1);
    if (!last?.sentAt) return;
    const attempts = (seen.mails.asked?.attempts ?? 0) + 1;
    // Nothing leaves under this claim, so it holds nobody up.
    await store.claimMail(owner, 'asked', { claimedUntil: now(), attempts }, now());
    await store.markMailSent(owner, 'asked', { sentAt: last.sentAt, messageId: last.messageId ?? '' });
  }
}

function bySentAt(a: { readonly sentAt?: string | undefined }, b: { readonly sentAt?: string | undefined }) {
  return (a.sentAt ?? '').localeCompare(b.sentAt ?? '');
}
