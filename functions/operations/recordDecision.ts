import { auditEntry } from '../domain/audit.ts';
import type { Answer, RecordedBy } from '../domain/decision/answer.ts';
import { judge } from '../domain/decision/judge.ts';
import { Refusal } from '../domain/refusal.ts';
import type { DecisionRequest } from '../domain/round/round.ts';
import { parseRoundId } from '../domain/roundId.ts';
import { knownPlan, missingRound } from './lookUp.ts';
import type { RecordStore } from './ports.ts';

/** After this many lost races somebody else decides all the time; the caller tries again. */
const MOST_ATTEMPTS = 5;

export interface Recorded {
  readonly request: DecisionRequest;
  /** False when this very decision was in the record already: a success without effect. */
  readonly changed: boolean;
}

/**
 * Records what a body answered: the one way in for the command line, mail links, webhooks, portal and watch.
 * One conditional transaction with its audit entry; a failed condition re-reads and judges again. `at` is the
 * moment of recording. Refuses with the codes of `judge`, UNKNOWN_TRAJECTORY, UNKNOWN_ROUND and
 * ROUND_NOT_OPEN_YET; then nothing was changed.
 */
export async function recordDecision(
  store: RecordStore,
  answer: Answer,
  at: string,
  recordedBy: RecordedBy,
): Promise<Recorded> {
  const roundId = parseRoundId(answer.round);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const [round, request] = await Promise.all([
      store.round(answer.trajectory, roundId),
      store.request(answer.trajectory, answer.round, answer.body),
    ]);
    if (!round) throw missingRound(await knownPlan(store, answer.trajectory), roundId);

    const judgement = judge(answer, round, request, at, recordedBy);
    if (judgement.kind === 'same') return { request: judgement.request, changed: false };
    if (judgement.kind === 'refused') throw judgement.refusal;

    const entry = auditEntry({
      trajectory: answer.trajectory,
      at,
      what: answer.outcome === 'deferred' ? 'deferred' : 'decided',
      subject: `${answer.round} ${answer.body}`,
      ...recordedBy,
      details: contentOf(answer),
    });
    if (await store.writeAnswer(judgement.request, judgement.before, entry)) {
      return { request: judgement.request, changed: true };
    }
  }
  throw new Refusal(
    'UNAVAILABLE',
    `Het antwoord van ${answer.body} kon nu niet worden vastgelegd; probeer het opnieuw.`,
  );
}

function contentOf(answer: Answer): Record<string, string | boolean> {
  const { outcome, on, newDate, reference, note, embargo, silence } = answer;
  return {
    outcome,
    on,
    ...(newDate && { newDate }),
    ...(reference && { reference }),
    ...(note && { note }),
    ...(embargo && { embargo }),
    ...(silence && { silence }),
  };
}
