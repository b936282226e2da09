import type { Context } from 'hono';
import type { Answer, RecordedBy } from '../../domain/decision/answer.ts';
import { type DecisionFields, type FieldErrors, readDecisionForm } from '../../domain/links/decisionForm.ts';
import type { AskedView } from '../../operations/readAsked.ts';
import { whyRefused } from '../../operations/whyRefused.ts';
import { contentOf, type FormTokens } from './formTokens.ts';
import type { PostedForm } from './postedForm.ts';
import { PreviewPage } from './previewPage.tsx';

export type Page = Response | Promise<Response>;

export interface FormGiven {
  readonly fields: DecisionFields;
  readonly errors?: FieldErrors;
  readonly notice?: string;
  readonly status?: 200 | 403 | 409 | 422;
}

/** One way to answer for a body: behind a mail link, or signed in. */
export interface Answering {
  readonly view: AskedView;
  readonly stage: string;
  readonly tokens: FormTokens;
  /** In whose name, and along which way. */
  readonly by: RecordedBy;
  /** Whether there is anything to answer. */
  readonly isOpen: boolean;
  form(given: FormGiven): Page;
  /** Why there is nothing to answer. */
  ended(): Page;
  /** The one place that records. */
  confirm(answer: Answer, fields: DecisionFields): Page;
}

const TRY_AGAIN =
  'Dit formulier stond te lang open, of is daarna in een ander venster geopend. Kijk het na en verstuur het opnieuw.';

/** A first POST shows what would be recorded; only the confirming one, with the token that page holds, records (invariant 5). */
export async function takeAnswerStep(
  c: Context,
  answering: Answering,
  { step, token, fields }: PostedForm,
): Promise<Response> {
  const { view, stage, tokens, by, isOpen, form, ended } = answering;
  if (step === 'wijzigen' && isOpen) return form({ fields });

  const read = readDecisionForm(fields, { ...view.place, role: view.role }, view.today);
  if (step === 'vastleggen' && 'answer' in read) {
    if (tokens.holds(token, 'vastleggen', contentOf(read.answer)))
      return answering.confirm(read.answer, fields);
    if (isOpen) return form({ fields, notice: TRY_AGAIN, status: 403 });
  }
  if (!isOpen) return ended();
  if ('errors' in read) return form({ fields, errors: read.errors, status: 422 });
  if (!tokens.holds(token, 'bekijken')) return form({ fields, notice: TRY_AGAIN, status: 403 });
  const refusal = whyRefused(view, read.answer, by);
  if (refusal) return form({ fields, notice: refusal.message, status: 422 });
  const confirming = tokens.of('vastleggen', contentOf(read.answer));
  return c.html(
    <PreviewPage
      view={view}
      stage={stage}
      answer={read.answer}
      fields={fields}
      token={confirming}
      by={by.by}
    />,
  );
}
