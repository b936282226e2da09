import type { Person } from '../../domain/contacts/contact.ts';
import { whoAnswersFor } from '../../domain/contacts/whoAnswersFor.ts';
import { hashOfLink, LINK_ID, type Link } from '../../domain/links/link.ts';
import { type LinkStanding, standingOf } from '../../domain/links/standing.ts';
import { scopeOf } from '../../domain/reference.ts';
import { type AskedView, readAsked } from '../readAsked.ts';
import type { StatusSources } from '../readStatus.ts';
import type { LinkStore } from './ports.ts';

export interface LinkSources extends StatusSources {
  readonly links: LinkStore;
}

/** All that a link is about, as things stand. */
export interface LinkView extends AskedView {
  readonly link: Link;
  readonly standing: LinkStanding;
}

/** What the link with this id opens; undefined when there is no such link. Changes nothing. */
export async function readLink(sources: LinkSources, id: string): Promise<LinkView | undefined> {
  // Of another shape it cannot be one: nothing is read.
  if (!LINK_ID.test(id)) return undefined;
  const { reference, links, now } = sources;
  const link = await links.link(hashOfLink(id));
  const { trajectory, round, body } = link ?? {};
  const view = trajectory && round && body && (await readAsked(sources, { trajectory, round, body }));
  if (!link || !view) return undefined;

  const { contacts } = await reference.contacts(scopeOf(view.trajectory));
  const people: readonly Person[] = whoAnswersFor(view.plan, contacts, link.body, view.today);
  // The body's own mailbox stays one of those who may answer, also where people are known by name.
  const answering = [...people, view.body].map(({ mail }) => mail).filter((mail) => mail !== '');
  return { ...view, link, standing: standingOf(link, view.round, view.request, answering, now()) };
}
