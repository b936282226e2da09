import { createHash } from 'node:crypto';
import { dayOf } from '../../domain/calendar/days.ts';
import { languageOf } from '../../domain/contacts/resolveContacts.ts';
import { linkUrl } from '../../domain/links/link.ts';
import { composeNewLink } from '../../domain/mails/composeNewLink.ts';
import { stoppedBy } from '../../domain/mails/markedAddress.ts';
import { scopeOf } from '../../domain/reference.ts';
import { formatRoundId } from '../../domain/roundId.ts';
import { MailRefused } from '../../domain/unavailable.ts';
import { mailTags } from '../mailTags.ts';
import type { MailSender } from '../ports.ts';
import { createLink } from './createLink.ts';
import type { NewLinkLimit } from './ports.ts';
import type { LinkSources, LinkView } from './readLink.ts';

/** An hour, to one person for one body: enough for whoever has lost it, too few to fill a mailbox. */
export const MOST_AN_HOUR = 3;

export interface NewLinkDependencies extends LinkSources {
  readonly sender: MailSender;
  readonly limit: NewLinkLimit;
  readonly portalUrl: string;
}

/** The round for which the body of this link is to answer now: that of the link, or a later one. */
export function roundToAnswer({ link, standing, status }: LinkView): string | undefined {
  if (standing === 'not-theirs') return undefined;
  const open = status.openRequests.filter(({ body }) => body === link.body).map(({ round }) => round);
  return open.find((round) => round === link.round) ?? open.at(-1);
}

/**
 * Mails a new link to the address this link was sent to, and to no other: nothing that is posted says whereto. A
 * message that is refused is not tried again; its reader asks once more.
 */
export async function sendNewLink(
  deps: NewLinkDependencies,
  view: LinkView,
): Promise<'sent' | 'nothing-to-answer' | 'paused' | 'too-many' | 'refused'> {
  const { link, trajectory, plan, body, status } = view;
  const roundId = roundToAnswer(view);
  const round = status.rounds.find(({ id }) => id === roundId);
  if (!roundId || !round) return 'nothing-to-answer';
  if (trajectory.mailsPausedAt) return 'paused';
  if (stoppedBy(await deps.store.markedAddresses())(link.person.mail)) return 'refused';
  const at = deps.now();
  const person = createHash('sha256').update(`${link.person.mail} ${trajectory.id} ${body.id}`).digest('hex');
  if (!(await deps.limit.take(person, MOST_AN_HOUR, at))) return 'too-many';
  const id = await createLink(
    deps.links,
    {
      trajectory: trajectory.id,
      round: roundId,
      body: body.id,
      person: link.person,
      // What a document system said is about that one request.
      ...(roundId === link.round && { draft: link.draft, item: link.item }),
    },
    at,
  );
  const { contacts } = await deps.reference.contacts(scopeOf(trajectory));
  const reference = `${trajectory.id}/${formatRoundId(view.round)}/${body.id}/nieuwe-link`;
  const mail = composeNewLink(
    { plan, body, title: round.title, roundId, reference },
    { ...link.person, language: languageOf(contacts, link.person.mail) },
    linkUrl(deps.portalUrl, id),
    dayOf(at),
  );
  try {
    await deps.sender.send({ ...mail, tags: mailTags('new-link', []) });
    return 'sent';
  } catch (error) {
    if (error instanceof MailRefused) return 'refused';
    throw error;
  }
}
