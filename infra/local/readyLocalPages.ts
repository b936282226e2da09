import { connect } from '../../functions/cli/cloud.ts';
import { clientSettings } from './clientSettings.ts';
import { createDemonstration } from './demo/demonstration.ts';
import { createLocalPages } from './localPages.ts';
import { readMailsOf } from './postbox/readMails.ts';
import type { PagesHere } from './proxy.ts';

/** The local cloud's own pages, on the stacks that were deployed to it. */
export async function readyLocalPages(endpoint: string, origin: string): Promise<PagesHere> {
  const demonstration = createDemonstration(await connect('local', clientSettings(endpoint)));
  return { pages: createLocalPages({ demonstration, readMails: readMailsOf(endpoint), origin }), origin };
}
