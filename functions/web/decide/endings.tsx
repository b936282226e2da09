import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { uploadKey } from '../../domain/attachments/decisionList.ts';
import { addDays, dayOf } from '../../domain/calendar/days.ts';
import { linkUrl } from '../../domain/links/link.ts';
import { VALID_DAYS } from '../../domain/links/standing.ts';
import type { UploadForm } from '../../operations/attachments/ports.ts';
import type { LinkView } from '../../operations/links/readLink.ts';
import { roundToAnswer } from '../../operations/links/sendNewLink.ts';
import type { DecideDependencies } from './dependencies.ts';
import type { FormTokens } from './formTokens.ts';
import { MessagePage } from './messagePage.tsx';
import { closedSentence } from './onRecord.tsx';
import { RecordPage } from './recordPage.tsx';

/** How long after answering with a link a decision list can be added with it. */
const LIST_WITHIN_DAYS = 14;

/** May the reader of this link add a decision list to the answer that was given with it? One, once. */
export function mayAddList({ link, request, standing }: LinkView, now: string): boolean {
  if (standing === 'not-theirs' || request?.status !== 'decided' || request.attachment || !link.usedAt)
    return false;
  return dayOf(now) <= addDays(dayOf(link.usedAt), LIST_WITHIN_DAYS);
}

/** After the confirming button: what was recorded. Pressed twice it is the same page. */
export async function receiptPage(
  deps: DecideDependencies,
  c: Context,
  id: string,
  view: LinkView,
): Promise<Response> {
  const upload = await uploadOf(deps, c, id, view);
  const deferred = view.standing === 'open';
  return c.html(
    <RecordPage view={view} stage={deps.stage} title="Vastgelegd" upload={upload}>
      {deferred
        ? 'De projectleider en de andere organen krijgen bericht. Met dezelfde link legt u later de uitkomst vast.'
        : 'De projectleider en de andere organen krijgen bericht. Bewaar het nummer hieronder.'}
    </RecordPage>,
  );
}

/** Somebody else was first, with something else: that stands. */
export function conflictPage(
  { stage }: DecideDependencies,
  c: Context,
  view: LinkView,
  tokens: FormTokens,
): Response | Promise<Response> {
  return c.html(
    <RecordPage
      view={view}
      stage={stage}
      title="Er ligt al een andere uitkomst vast"
      offer={offerOf(view, tokens)}
    >
      Wat u wilde vastleggen is niet vastgelegd. Dit staat er al:
    </RecordPage>,
    409,
  );
}

/** A link that opens no form: why, and what can be done. */
export async function endedPage(
  deps: DecideDependencies,
  c: Context,
  id: string,
  view: LinkView,
  tokens: FormTokens,
): Promise<Response> {
  const { stage } = deps;
  const offer = offerOf(view, tokens);
  const { lead } = view.plan;
  switch (view.standing) {
    case 'answered':
      return c.html(
        <RecordPage
          view={view}
          stage={stage}
          title={view.link.usedAt ? 'Deze link is gebruikt' : 'Er is al geantwoord'}
          upload={await uploadOf(deps, c, id, view)}
          offer={offer}
        >
          {view.link.usedAt
            ? 'Met deze link is het antwoord al vastgelegd:'
            : 'Het antwoord is langs een andere weg al vastgelegd:'}
        </RecordPage>,
      );
    case 'closed':
      return c.html(
        <MessagePage title="Dit verzoek is gesloten" stage={stage} offer={offer}>
          <p>{closedSentence(view.round)}</p>
        </MessagePage>,
        410,
      );
    case 'not-theirs':
      return c.html(
        <MessagePage title="Deze link is niet meer van u" stage={stage}>
          <p>
            U staat niet meer bij ons als degene die voor {view.body.name} antwoordt. Klopt dat niet, vraag{' '}
            {lead.name} (<a href={`mailto:${lead.mail}`}>{lead.mail}</a>) het aan te passen.
          </p>
        </MessagePage>,
        410,
      );
    default:
      return c.html(
        <MessagePage title="Deze link is verlopen" stage={stage} offer={offer}>
          <p>
            Een link uit een bericht werkt {VALID_DAYS} dagen. Het verzoek zelf staat nog open; er is niets
            vastgelegd.
          </p>
        </MessagePage>,
        410,
      );
  }
}

function offerOf(view: LinkView, tokens: FormTokens) {
  return roundToAnswer(view) === undefined ? undefined : { view, token: tokens.of('nieuwe-link') };
}

/** The form by which this page posts to the bucket, which the page's policy then allows. */
async function uploadOf(
  deps: DecideDependencies,
  c: Context,
  id: string,
  view: LinkView,
): Promise<UploadForm | undefined> {
  if (!view.request || !mayAddList(view, deps.now())) return undefined;
  const uploadId = randomBytes(16).toString('base64url');
  const returnTo = `${linkUrl(deps.portalUrl, id)}/bijlage/${uploadId}`;
  const form = await deps.lists.uploadForm(uploadKey(view.request, uploadId), returnTo);
  c.set('uploadOrigin', new URL(form.url).origin);
  return form;
}
