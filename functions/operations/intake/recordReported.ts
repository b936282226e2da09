import type { Answer } from '../../domain/decision/answer.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import type { Source } from '../../domain/intake/source.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { RecordStore } from '../ports.ts';
import { recordDecision } from '../recordDecision.ts';

export type RecordedReport =
  | { readonly kind: 'recorded' | 'unchanged'; readonly said: string }
  | {
      readonly kind: 'item';
      readonly match: { readonly kind: 'proposed' | 'unknown'; readonly reason: string };
    };

/** What the body's secretary can put right with the form; all other refusals are for triage. */
const FOR_THE_SECRETARY: readonly RefusalCode[] = ['DATE_IN_FUTURE', 'OUTCOME_NOT_POSSIBLE'];

/** Records what is certain; the record may still refuse it, and then a person gets its sentence. Throws `Unavailable`. */
export async function recordReported(
  store: RecordStore,
  answer: Answer,
  at: string,
  source: Source,
): Promise<RecordedReport> {
  const what = `${answer.body} in ronde ${answer.round}: ${OUTCOME_WORD[answer.outcome]} op ${answer.on}`;
  try {
    const { changed } = await recordDecision(store, answer, at, { by: source.name, via: 'webhook' });
    return changed
      ? { kind: 'recorded', said: `Vastgelegd: ${what}.` }
      : { kind: 'unchanged', said: `Was al vastgelegd: ${what}.` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'UNAVAILABLE') throw new Unavailable('De tabel', error);
    if (error.code === 'CONFLICT' && (await saysTheSame(store, answer)))
      return { kind: 'unchanged', said: `Was al vastgelegd, in andere bewoordingen: ${what}.` };
    const kind = FOR_THE_SECRETARY.includes(error.code) ? 'proposed' : 'unknown';
    return { kind: 'item', match: { kind, reason: error.message } };
  }
}

/** Entered by hand before the document system told of it: the same outcome on the same day contradicts nothing. */
async function saysTheSame(store: RecordStore, answer: Answer): Promise<boolean> {
  const request = await store.request(answer.trajectory, answer.round, answer.body);
  return request?.outcome === answer.outcome && request.decidedOn === answer.on;
}
