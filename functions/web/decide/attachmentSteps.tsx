import type { Context } from 'hono';
import { MOST_BYTES, UPLOAD_ID } from '../../domain/attachments/decisionList.ts';
import {
  addDecisionList,
  lookAtUpload,
  type Uploaded,
} from '../../operations/attachments/addDecisionList.ts';
import { recordedByLink } from '../../operations/links/decideByLink.ts';
import { type LinkView, readLink } from '../../operations/links/readLink.ts';
import { Document } from '../pages/document.tsx';
import { sizeWords } from '../pages/sizeWords.ts';
import { Button } from './decisionForm.tsx';
import type { DecideDependencies } from './dependencies.ts';
import { endedPage, mayAddList } from './endings.tsx';
import { unknownLinkPage } from './failurePages.tsx';
import { type FormTokens, formTokens } from './formTokens.ts';
import { MessagePage } from './messagePage.tsx';
import { RecordPage } from './recordPage.tsx';

const LIMIT = `${MOST_BYTES / (1024 * 1024)} MB`;

const UNUSABLE: Readonly<Record<Exclude<Uploaded['kind'], 'pdf'>, string>> = {
  missing: 'Er is geen bestand ontvangen.',
  'too-large': `Het bestand is groter dan ${LIMIT}.`,
  'no-pdf': 'Het bestand is geen PDF.',
};

/** Where the bucket sends a browser back to: what was received, to be confirmed. Changes nothing. */
export async function showUpload(
  deps: DecideDependencies,
  c: Context,
  id: string,
  uploadId: string,
): Promise<Response> {
  const view = UPLOAD_ID.test(uploadId) ? await readLink(deps, id) : undefined;
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens = formTokens(c, deps.stage, view.link.hash);
  if (!view.request || !mayAddList(view, deps.now())) return endedPage(deps, c, id, view, tokens);
  const uploaded = await lookAtUpload(deps.lists, view.request, uploadId);
  if (uploaded.kind !== 'pdf') return unusable(deps, c, id, uploaded.kind);
  return c.html(
    <Document title="Besluitenlijst ontvangen" stage={deps.stage}>
      <h1>Besluitenlijst ontvangen</h1>
      <p class="lead">
        Een PDF van {sizeWords(uploaded.bytes.length)}. Zij is nog niet toegevoegd aan het antwoord van{' '}
        {view.body.name}.
      </p>
      <form method="post" class="form">
        <input type="hidden" name="bewijs" value={tokens.of('bijlage', uploadId)} />
        <p>
          <Button step="bijlage">Voeg haar toe</Button>
        </p>
      </form>
      <p>
        <a href={`/besluit/${id}`}>Toch niet, of een ander bestand</a>
      </p>
    </Document>,
  );
}

export async function confirmUpload(
  deps: DecideDependencies,
  c: Context,
  id: string,
  uploadId: string,
  token: string,
): Promise<Response> {
  const view = UPLOAD_ID.test(uploadId) ? await readLink(deps, id) : undefined;
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens: FormTokens = formTokens(c, deps.stage, view.link.hash);
  // Added already: the same button once more finds it there.
  const mayPress = view.standing !== 'not-theirs' && view.request?.attachment;
  if (!view.request || !view.link.usedAt || !(mayPress || mayAddList(view, deps.now())))
    return endedPage(deps, c, id, view, tokens);
  if (!tokens.holds(token, 'bijlage', uploadId)) return showUpload(deps, c, id, uploadId);
  const added = await addDecisionList(deps, view.request, uploadId, view.at, recordedByLink(view));
  if (added !== 'added' && added !== 'other-there')
    return unusable(deps, c, id, added as keyof typeof UNUSABLE);
  const now: LinkView = (await readLink(deps, id)) ?? view;
  const isAdded = added === 'added';
  return c.html(
    <RecordPage
      view={now}
      stage={deps.stage}
      title={isAdded ? 'Besluitenlijst toegevoegd' : 'Er is al een besluitenlijst'}
    >
      {isAdded
        ? 'Zij wordt bij dit antwoord bewaard:'
        : 'Bij dit antwoord wordt al een ander bestand bewaard; dat wordt niet vervangen.'}
    </RecordPage>,
    isAdded ? 200 : 409,
  );
}

function unusable(
  { stage }: DecideDependencies,
  c: Context,
  id: string,
  kind: keyof typeof UNUSABLE,
): Response | Promise<Response> {
  return c.html(
    <MessagePage title="Dit bestand kan niet worden toegevoegd" stage={stage}>
      <p>{UNUSABLE[kind]} Wat al vastligt blijft zoals het is.</p>
      <p>
        <a href={`/besluit/${id}`}>Kies een ander bestand</a>
      </p>
    </MessagePage>,
    422,
  );
}
