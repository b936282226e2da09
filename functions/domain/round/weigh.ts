import type { Day } from '../calendar/days.ts';
import type { DecisionRequest, FrozenStage, Verdict } from './round.ts';

export type Weighing =
  | { readonly kind: 'waiting'; readonly bodies: readonly string[] }
  | { readonly kind: 'passed' | 'divided'; readonly verdict: Verdict; readonly on: Day; readonly at: string };

type Answer = Pick<DecisionRequest, 'body' | 'status' | 'outcome' | 'decidedOn' | 'recordedAt'>;

/**
 * Weighs a stage by the answers in the record. A stage ends when all its bodies have answered; what is open,
 * deferred or missing keeps it waiting, so silence never passes a stage (design.md, invariant 3).
 * `on` is the last decision date, `at` the latest moment of recording: what follows is asked then.
 */
export function weighStage(stage: FrozenStage, answers: readonly Answer[]): Weighing {
  const given = stage.bodies.map((body) => ({
    body,
    answer: answers.find((answer) => answer.body === body),
  }));
  const waiting = given.filter(({ answer }) => answer?.status !== 'decided' || !answer.outcome);
  if (waiting.length > 0) return { kind: 'waiting', bodies: waiting.map(({ body }) => body) };

  const final = given.map(({ answer }) => answer as Answer);
  const on = latest(final.map((answer) => answer.decidedOn ?? ''));
  const at = latest(final.map((answer) => answer.recordedAt ?? ''));
  if (stage.role !== 'decide')
    return { kind: 'passed', verdict: stage.role === 'note' ? 'noted' : 'advised', on, at };

  const inFavour = final.filter(
    (answer) => answer.outcome === 'adopted' || (answer.outcome === 'amended' && stage.amendedCounts),
  ).length;
  const met = stage.rule === 'unanimous' ? inFavour === final.length : inFavour * 2 > final.length;
  return met
    ? { kind: 'passed', verdict: 'agreed', on, at }
    : { kind: 'divided', verdict: 'divided', on, at };
}

/** What a concluded round as a whole comes to: agreed if anybody decided, otherwise advised, otherwise noted. */
export function verdictOfRound(stages: readonly Pick<FrozenStage, 'role'>[]): Verdict {
  if (stages.some((stage) => stage.role === 'decide')) return 'agreed';
  return stages.some((stage) => stage.role === 'advise') ? 'advised' : 'noted';
}

function latest(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b > a ? b : a), '');
}
