import type { Link } from '../../domain/links/link.ts';

export interface LinkStore {
  putLink(link: Link): Promise<boolean>;
  /** By the hash of its id, consistent. */
  link(hash: string): Promise<Link | undefined>;
  /** Marks it as used, once; false when it was. */
  markUsed(link: Link, at: string): Promise<boolean>;
}

export interface NewLinkLimit {
  /** Counts one message to this person in the hour of `at`; false when there were `most` already. */
  take(person: string, most: number, at: string): Promise<boolean>;
}
