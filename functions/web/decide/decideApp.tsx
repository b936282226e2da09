import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { LINK_PATH } from '../../domain/links/link.ts';
import { isFromThisSite } from '../fromThisSite.ts';
import { notAllowedPage, notFoundPage } from '../pages/messagePages.tsx';
import { confirmUpload, showUpload } from './attachmentSteps.tsx';
import type { DecideDependencies } from './dependencies.ts';
import { failedPage, foreignFormPage, noFormPage, tooLargePage } from './failurePages.tsx';
import { decideHeaders } from './headers.ts';
import { readPostedForm } from './postedForm.ts';
import { showLink, takeStep } from './steps.tsx';

/** Twelve times what the longest note takes. */
const MOST_BYTES = 64 * 1024;

/**
 * The pages behind a mail link. A GET or HEAD changes nothing; a first POST shows what would be recorded; only the
 * confirming one, with the token that page holds, records (invariant 5). Every POST comes from a page of ours.
 */
export function createDecideApp(deps: DecideDependencies): Hono {
  const { stage, log } = deps;
  const app = new Hono();
  app.use(decideHeaders);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (c, methods) => notAllowedPage(c, stage, methods) }));
  app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => tooLargePage(c, stage) }));

  app.get(`${LINK_PATH}/:id`, (c) => showLink(deps, c, c.req.param('id')));
  app.post(`${LINK_PATH}/:id`, (c) => ofOurs(c, (form) => takeStep(deps, c, c.req.param('id'), form)));
  app.get(`${LINK_PATH}/:id/bijlage/:upload`, (c) =>
    showUpload(deps, c, c.req.param('id'), c.req.param('upload')),
  );
  app.post(`${LINK_PATH}/:id/bijlage/:upload`, (c) =>
    ofOurs(c, ({ token }) => confirmUpload(deps, c, c.req.param('id'), c.req.param('upload'), token)),
  );

  app.notFound((c) => notFoundPage(c, stage));
  app.onError((error, c) => {
    // Without the path: the id of the link is in it.
    log.warn('a page of a mail link could not be shown', { method: c.req.method, ...reasonOf(error) });
    return failedPage(c, stage, error);
  });
  return app;

  async function ofOurs(
    c: Context,
    take: (form: NonNullable<Awaited<ReturnType<typeof readPostedForm>>>) => Response | Promise<Response>,
  ): Promise<Response> {
    if (!isFromThisSite(c, new URL(deps.portalUrl).origin)) return foreignFormPage(c, stage);
    const form = await readPostedForm(c);
    return form ? take(form) : noFormPage(c, stage);
  }
}

function reasonOf(error: Error): Record<string, unknown> {
  return { error: error.name, reason: error.message };
}
