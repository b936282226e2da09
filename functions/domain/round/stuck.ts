import type { DecisionRequest, Round } from './round.ts';
import { weighStage } from './weigh.ts';

/** A chain that has had this long has had its stream, its retries and a watch. */
const PATIENCE_HOURS = 20;

export type StuckCause = 'answered-not-weighed' | 'not-asked';

/**
 * Why an open round does not move, or undefined when it does. `answered-not-weighed`: all answers of its stage
 * are there and it has not passed. `not-asked`: its execution is there, and a body it must ask has no open
 * request of the current epoch. Both only after the chain has had the better part of a day.
 */
export function whyStuck(
  round: Round,
  requests: readonly DecisionRequest[],
  at: string,
): StuckCause | undefined {
  const stage = round.stages[round.stage];
  if (round.status !== 'open' || !stage) return undefined;
  // Whoever started the execution, or woke it (in the stage before, too: `askAt` is the moment of the last answer,
  // not of the weighing), has given it work that may not be done yet.
  const touched = [round.askAt, round.startedAt ?? '', ...requests.map(({ wokenAt }) => wokenAt ?? '')];
  if (touched.some((moment) => moment !== '' && !isLongAgo(moment, at))) return undefined;
  const weighing = weighStage(stage, requests);
  if (weighing.kind !== 'waiting') return isLongAgo(weighing.at, at) ? 'answered-not-weighed' : undefined;
  const unasked = weighing.bodies.some((body) => {
    const request = requests.find((each) => each.body === body);
    return !request?.token || request.epoch < round.epoch;
  });
  return unasked ? 'not-asked' : undefined;
}

function isLongAgo(moment: string, at: string): boolean {
  return Date.parse(at) - Date.parse(moment) > PATIENCE_HOURS * 3_600_000;
}
