import type { Link } from '../../domain/links/link.ts';

export interface LinkStore {
  putLink(link: Link): Promise<boolean>;
  /** By the hash of its id, consistent. */
  link(hash: string): Promise<Link | undefined>;
  /** Marks it as used, once; false when it was. */
  markUsed(link: Link, at: string): Promise<boolean>;
}
