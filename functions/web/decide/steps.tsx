import type { Context } from 'hono';
import type { Answer } from '../../domain/decision/answer.ts';
import { type DecisionFields, prefilled } from '../../domain/links/decisionForm.ts';
import { decideByLink, recordedByLink } from '../../operations/links/decideByLink.ts';
import { type LinkView, readLink } from '../../operations/links/readLink.ts';
import { type Answering, type FormGiven, takeAnswerStep } from './answerSteps.tsx';
import type { DecideDependencies } from './dependencies.ts';
import { conflictPage, endedPage, receiptPage } from './endings.tsx';
import { unknownLinkPage } from './failurePages.tsx';
import { FormPage } from './formPage.tsx';
import { type FormTokens, formTokens } from './formTokens.ts';
import { takeNewLink } from './newLinkStep.tsx';
import type { PostedForm } from './postedForm.ts';

/** What a link shows: the form, or how it ended. */
export async function showLink(deps: DecideDependencies, c: Context, id: string): Promise<Response> {
  const view = await readLink(deps, id);
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens = formTokens(c, deps.stage, view.link.hash);
  if (view.standing !== 'open') return endedPage(deps, c, id, view, tokens);
  return form(deps, c, view, tokens, { fields: prefilled(view.link.draft) });
}

export async function takeStep(
  deps: DecideDependencies,
  c: Context,
  id: string,
  posted: PostedForm,
): Promise<Response> {
  const view = await readLink(deps, id);
  if (!view) return unknownLinkPage(c, deps.stage);
  const tokens = formTokens(c, deps.stage, view.link.hash);
  if (posted.step === 'nieuwe-link') return takeNewLink(deps, c, view, tokens, posted.token);
  return takeAnswerStep(c, byLink(deps, c, id, view, tokens), posted);
}

function byLink(
  deps: DecideDependencies,
  c: Context,
  id: string,
  view: LinkView,
  tokens: FormTokens,
): Answering {
  return {
    view,
    stage: deps.stage,
    tokens,
    by: recordedByLink(view),
    isOpen: view.standing === 'open',
    form: (given) => form(deps, c, view, tokens, given),
    ended: () => endedPage(deps, c, id, view, tokens),
    confirm: (answer, fields) => confirm(deps, c, id, view, tokens, answer, fields),
  };
}

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

function form(
  { stage }: DecideDependencies,
  c: Context,
  view: LinkView,
  tokens: FormTokens,
  { status = 200, ...given }: FormGiven,
): Response | Promise<Response> {
  const { draft, person } = view.link;
  const page = (
    <FormPage
      view={view}
      stage={stage}
      token={tokens.of('bekijken')}
      draft={draft}
      linkOf={person.name}
      {...given}
    />
  );
  return c.html(page, status);
}
