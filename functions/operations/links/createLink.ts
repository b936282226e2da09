import type { Person } from '../../domain/contacts/contact.ts';
import type { DraftAnswer } from '../../domain/intake/incomingItem.ts';
import { hashOfLink, type Link, linkUrl, newLinkId } from '../../domain/links/link.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { LinkStore } from './ports.ts';

/** Longer than any execution of a round lives (a year): an old link can still explain itself. Then it is forgotten. */
const KEPT_DAYS = 400;

export interface LinkOf {
  readonly trajectory: string;
  readonly round: string;
  readonly body: string;
  readonly person: Person;
  readonly draft?: DraftAnswer | undefined;
  readonly item?: string | undefined;
}

/** What makes links; without a store or an address there are none, and mails say so in other words. */
export interface LinkMaking {
  readonly links?: Pick<LinkStore, 'putLink'> | undefined;
  readonly portalUrl?: string | undefined;
}

/** A new link, and its id: the only copy there is. `at` is the machine's clock. */
export async function createLink(
  store: Pick<LinkStore, 'putLink'>,
  { trajectory, round, body, person, draft, item }: LinkOf,
  at: string,
): Promise<string> {
  const id = newLinkId();
  const link: Link = {
    kind: 'link',
    schemaVersion: SCHEMA_VERSION,
    hash: hashOfLink(id),
    trajectory,
    round,
    body,
    person: { name: person.name, mail: person.mail },
    createdAt: at,
    ...(draft && { draft }),
    ...(item && { item }),
    expiresAt: Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400,
  };
  // 256 random bits that are there already: something is wrong with the machine, not with the request.
  if (!(await store.putLink(link))) throw new Error('a new link was there already');
  return id;
}

/** The whole address, to put into a mail. */
export async function makeLinkUrl(
  { links, portalUrl }: LinkMaking,
  of: LinkOf,
  at: string,
): Promise<string | undefined> {
  return links && portalUrl ? linkUrl(portalUrl, await createLink(links, of, at)) : undefined;
}
