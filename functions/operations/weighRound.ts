import { auditEntry } from '../domain/audit.ts';
import { advance } from '../domain/round/advance.ts';
import { newRequest } from '../domain/round/ask.ts';
import { ASKING_STATE, type Ending } from '../domain/round/chainStates.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { weighStage } from '../domain/round/weigh.ts';
import { formatRoundId, parseRoundId } from '../domain/roundId.ts';
import { Unavailable } from '../domain/unavailable.ts';
import type { RecordStore } from './ports.ts';

/** Each attempt passes a stage or sees that another did; a plan has at most ten. */
const MOST_ATTEMPTS = 30;

/** The keys an execution works with: no time and no data travels through the chain's input. */
export interface RoundKeys {
  readonly trajectory: string;
  readonly round: string;
  readonly epoch: number;
}

/** Where the chain goes now: an ending, or a state that asks, with the requests to put for its bodies. */
export type NextState =
  | { readonly ending: Ending }
  | { readonly asking: string; readonly requests: readonly DecisionRequest[] };

/**
 * Weighs the round's current stage by the answers in the table and moves the row on, under this epoch only.
 * Called by the chain at its start and after each stage; repeating it changes nothing more.
 */
export async function weighRound(store: RecordStore, keys: RoundKeys): Promise<NextState> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const round = await store.round(keys.trajectory, parseRoundId(keys.round));
    if (!round) throw new RangeError(`no round ${keys.round} in trajectory ${keys.trajectory}`);
    const ending = endingOf(round, keys.epoch);
    if (ending) return { ending };

    const requests = await store.requestsOfRound(keys.trajectory, keys.round);
    const stage = round.stages[round.stage];
    if (!stage) throw new RangeError(`round ${keys.round} has no stage ${round.stage}`);
    const weighing = weighStage(stage, requests);
    if (weighing.kind === 'waiting') {
      return {
        asking: ASKING_STATE[stage.group][stage.role],
        requests: weighing.bodies.map((body) => newRequest(round, body)),
      };
    }
    // Lost the race or was overtaken by a newer epoch: read again and see.
    await store.advanceRound(round, advance(round, weighing), passedEntry(round, weighing));
  }
  throw new Unavailable('De ronde', `${keys.round} veranderde steeds tijdens het wegen`);
}

function endingOf(round: Round, epoch: number): Ending | undefined {
  if (round.epoch > epoch) return 'Superseded';
  if (round.status === 'withdrawn') return 'Withdrawn';
  if (round.status === 'concluded') return 'RoundConcluded';
  if (round.status === 'handed-over') return 'HandedBackForRevision';
  return undefined;
}

function passedEntry(
  round: Round,
  weighing: { kind: 'passed' | 'divided'; verdict: string; on: string; at: string },
) {
  const last = round.stage === round.stages.length - 1;
  return auditEntry({
    trajectory: round.trajectory,
    at: weighing.at,
    what: weighing.kind === 'divided' ? 'round-divided' : last ? 'round-concluded' : 'stage-passed',
    subject: formatRoundId(round),
    by: 'Besluitketen',
    via: 'chain',
    details: { stage: round.stage, verdict: weighing.verdict, on: weighing.on },
  });
}
