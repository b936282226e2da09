import type { Context } from 'hono';
import type { Answer } from '../../domain/decision/answer.ts';
import {
  type DecisionFields,
  type FieldErrors,
  NO_FIELDS,
  readDecisionForm,
} from '../../domain/links/decisionForm.ts';
import { decideByLink, whyRefused } from '../../operations/links/decideByLink.ts';
import { type LinkView, readLink } from '../../operations/links/readLink.ts';
import type { DecideDependencies } from './dependencies.ts';
import { conflictPage, endedPage, receiptPage } from './endings.tsx';
import { unknownLinkPage } from './failurePages.tsx';
import { FormPage } from './formPage.tsx';
import { type FormTokens, formTokens } from './formTokens.ts';
import { takeNewLink } from './newLinkStep.tsx';
import type { PostedForm } from './postedForm.ts';
import { PreviewPage } from './previewPage.tsx';

const TRY_AGAIN =
  'Dit formulier stond te lang open, of is daarna in een ander venster geopend. Kijk het na en verstuur het opnieuw.';

/** What a link shows: the form, or how it ended. */
export async function showLink(deps: DecideDependencies, c: Context, id: string): Promise<Response> {
  const view = await readLink(deps, id);
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens = formTokens(c, deps.stage, view.link.hash);
  if (view.standing !== 'open') return endedPage(deps, c, id, view, tokens);
  return form(deps, c, view, tokens, { fields: prefilled(view) });
}

export async function takeStep(
  deps: DecideDependencies,
  c: Context,
  id: string,
  { step, token, fields }: PostedForm,
): Promise<Response> {
  const view = await readLink(deps, id);
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens = formTokens(c, deps.stage, view.link.hash);
  if (step === 'nieuwe-link') return takeNewLink(deps, c, view, tokens, token);
  if (step === 'wijzigen' && view.standing === 'open') return form(deps, c, view, tokens, { fields });

  const { trajectory, round, body } = view.link;
  const read = readDecisionForm(fields, { trajectory, round, body, role: view.role }, view.today);
  if (step === 'vastleggen' && 'answer' in read) {
    if (tokens.holds(token, 'vastleggen', contentOf(read.answer)))
      return confirm(deps, c, id, view, tokens, read.answer, fields);
    if (view.standing === 'open')
      return form(deps, c, view, tokens, { fields, notice: TRY_AGAIN, status: 403 });
  }
  if (view.standing !== 'open') return endedPage(deps, c, id, view, tokens);
  if ('errors' in read) return form(deps, c, view, tokens, { fields, errors: read.errors, status: 422 });
  if (!tokens.holds(token, 'bekijken'))
    return form(deps, c, view, tokens, { fields, notice: TRY_AGAIN, status: 403 });
  const refusal = whyRefused(view, read.answer);
  if (refusal) return form(deps, c, view, tokens, { fields, notice: refusal.message, status: 422 });
  const confirming = tokens.of('vastleggen', contentOf(read.answer));
  return c.html(
    <PreviewPage view={view} stage={deps.stage} answer={read.answer} fields={fields} token={confirming} />,
  );
}

/** The one place that records. */
async function confirm(
  deps: DecideDependencies,
  c: Context,
  id: string,
  view: LinkView,
  tokens: FormTokens,
  answer: Answer,
  fields: DecisionFields,
): Promise<Response> {
  const result = await decideByLink(deps, view, answer);
  const now = (await readLink(deps, id)) ?? view;
  if (result.kind === 'recorded') return receiptPage(deps, c, id, now);
  if (now.standing === 'answered') return conflictPage(deps, c, now, tokens);
  if (result.kind === 'used-up' || now.standing !== 'open') return endedPage(deps, c, id, now, tokens);
  return form(deps, c, now, tokens, { fields, notice: result.refusal.message, status: 409 });
}

interface FormGiven {
  readonly fields: DecisionFields;
  readonly errors?: FieldErrors;
  readonly notice?: string;
  readonly status?: 200 | 403 | 409 | 422;
}

function form(
  { stage }: DecideDependencies,
  c: Context,
  view: LinkView,
  tokens: FormTokens,
  { status = 200, ...given }: FormGiven,
): Response | Promise<Response> {
  return c.html(<FormPage view={view} stage={stage} token={tokens.of('bekijken')} {...given} />, status);
}

/** What a document system said, but for the outcome: that a person chooses. */
function prefilled({ link: { draft } }: LinkView): DecisionFields {
  const { on = '', reference = '', note = '' } = draft ?? {};
  return { ...NO_FIELDS, on, reference, note };
}

/** The confirming button is good for what its page showed, and for nothing else. */
function contentOf({ outcome, on, newDate, reference, note }: Answer): string {
  return JSON.stringify([outcome, on, newDate, reference, note]);
}
