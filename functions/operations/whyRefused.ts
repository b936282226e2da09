import type { Answer, RecordedBy } from '../domain/decision/answer.ts';
import { judge } from '../domain/decision/judge.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { AskedView } from './readAsked.ts';

/** What recording this would be refused for, as things stand; nothing when it may be recorded, or is. Changes nothing. */
export function whyRefused(view: AskedView, answer: Answer, by: RecordedBy): Refusal | undefined {
  const judgement = judge(answer, view.round, view.request, view.at, by);
  return judgement.kind === 'refused' ? judgement.refusal : undefined;
}
