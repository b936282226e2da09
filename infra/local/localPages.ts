import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { headersWith } from '../../functions/web/headers.ts';
import { tooLargePage } from '../../functions/web/pages/accessPages.tsx';
import { failurePage, notFoundPage } from '../../functions/web/pages/messagePages.tsx';
import { DEMO } from './demo/addresses.ts';
import type { Demonstration } from './demo/demonstration.ts';
import { addDemoRoutes } from './demo/demoRoutes.tsx';
import { MAIL_DOCUMENT, POSTBOX } from './postbox/addresses.ts';
import { addPostboxRoutes, mailDocumentHeaders } from './postbox/postboxRoutes.tsx';
import type { ReadMails } from './postbox/readMails.ts';

interface LocalPagesDependencies {
  readonly demonstration: Demonstration;
  readonly readMails: ReadMails;
  /** Of the portal. */
  readonly origin: string;
}

const LARGEST_FORM = 64 * 1024;
const STAGE = 'local';

/**
 * The pages that only the local cloud has: the time control and the mailbox. They are no part of what is deployed: this
 * process serves them, on the portal's port, and no function or template knows of them.
 */
export function createLocalPages({ demonstration, readMails, origin }: LocalPagesDependencies): Hono {
  const app = new Hono();
  app.use(MAIL_DOCUMENT, mailDocumentHeaders);
  // Frames: a mail is shown in one.
  app.use(headersWith({ frameSrc: ["'self'"] }));
  app.use(bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => tooLargePage(c, STAGE) }));
  addDemoRoutes(app, demonstration, origin);
  addPostboxRoutes(app, readMails, origin);
  app.notFound((c) => notFoundPage(c, STAGE));
  app.onError((error, c) => {
    console.error(error);
    return failurePage(c, STAGE, error);
  });
  return app;
}

/** Whether this process answers at an address, and not what is deployed. */
export function isLocalPage(path: string): boolean {
  const [first] = path.split('?');
  return [DEMO, POSTBOX].some((page) => first === page || first?.startsWith(`${page}/`));
}
