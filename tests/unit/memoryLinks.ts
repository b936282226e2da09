import { hashOfLink, type Link, linkSchema } from '../../functions/domain/links/link.ts';
import type { LinkStore } from '../../functions/operations/links/ports.ts';

export interface MemoryLinks extends LinkStore {
  readonly rows: ReadonlyMap<string, Link>;
  /** Of the link whose id stands in this text. */
  linkIn(text: string): Link | undefined;
}

/** What a mail's reader can click; each text holds at most one. */
export function idIn(text: string): string | undefined {
  return /\/besluit\/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text)?.[1];
}

export function createMemoryLinks(): MemoryLinks {
  const rows = new Map<string, Link>();
  const links: MemoryLinks = {
    rows,
    linkIn: (text) => {
      const id = idIn(text);
      return id === undefined ? undefined : rows.get(hashOfLink(id));
    },
    putLink: async (link) => {
      if (rows.has(link.hash)) return false;
      rows.set(link.hash, linkSchema.parse(link));
      return true;
    },
    link: async (hash) => rows.get(hash),
    markUsed: async ({ hash }, at) => {
      const link = rows.get(hash);
      if (!link || link.usedAt) return false;
      rows.set(hash, { ...link, usedAt: at });
      return true;
    },
  };
  return links;
}
