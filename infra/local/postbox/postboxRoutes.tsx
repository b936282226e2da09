import type { Hono, MiddlewareHandler } from 'hono';
import { mailPolicy } from '../../../functions/web/mails/mailDocument.ts';
import { notFoundPage } from '../../../functions/web/pages/messagePages.tsx';
import { MAIL_DOCUMENT, POSTBOX } from './addresses.ts';
import { MailPage } from './mailPage.tsx';
import { PostboxPage } from './postboxPage.tsx';
import type { LocalMail, ReadMails } from './readMails.ts';

const STAGE = 'local';
const A_PAGE = 50;

/** Only our page frames it; its links open beside it. */
const MAIL_HEADERS = {
  'content-security-policy': mailPolicy("'self'", ' allow-popups allow-popups-to-escape-sandbox'),
  'x-frame-options': 'SAMEORIGIN',
} as const;

/** Over the headers of our own pages, and so registered before them. */
export const mailDocumentHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status !== 200) return;
  for (const [name, value] of Object.entries(MAIL_HEADERS)) c.res.headers.set(name, value);
};

/** The mailbox of the local cloud. */
export function addPostboxRoutes(app: Hono, readMails: ReadMails, origin: string): void {
  app.get(POSTBOX, async (c) => {
    const trajectory = c.req.query('traject') || undefined;
    const mails = (await readMails()).filter(
      ({ reference }) => trajectory === undefined || reference.startsWith(`${trajectory}/`),
    );
    const pages = Math.max(1, Math.ceil(mails.length / A_PAGE));
    const wanted = Number(c.req.query('bladzijde') ?? 1);
    const page = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
    const shown = mails.slice((page - 1) * A_PAGE, page * A_PAGE);
    return c.html(
      <PostboxPage mails={shown} page={page} pages={pages} total={mails.length} trajectory={trajectory} />,
    );
  });

  app.get(`${POSTBOX}/:id`, async (c) => {
    const mail = await mailOf(c.req.param('id'));
    return mail ? c.html(<MailPage mail={mail} origin={origin} />) : notFoundPage(c, STAGE);
  });

  app.get(MAIL_DOCUMENT, async (c) => {
    const mail = await mailOf(c.req.param('id'));
    return mail ? c.html(inNewWindows(mail.html)) : notFoundPage(c, STAGE);
  });

  async function mailOf(id: string): Promise<LocalMail | undefined> {
    return (await readMails()).find((mail) => mail.id === id);
  }
}

/** Its links open beside it: our pages let nobody frame them. */
function inNewWindows(html: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`);
}
