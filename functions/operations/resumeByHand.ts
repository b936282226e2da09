import type { RecordedBy } from '../domain/decision/answer.ts';
import { Refusal } from '../domain/refusal.ts';
import { parseRoundId } from '../domain/roundId.ts';
import { knownPlan, missingRound } from './lookUp.ts';
import type { Chain, RecordStore } from './ports.ts';
import { raiseAndStart, startOwed } from './resumeRound.ts';

/**
 * A person starts a lost round's execution again; the count of automatic resumes begins anew. Returns the new
 * epoch. Refuses UNKNOWN_TRAJECTORY, UNKNOWN_ROUND, ROUND_NOT_OPEN_YET, ROUND_CLOSED, ALREADY_RUNNING.
 */
export async function resumeByHand(
  store: RecordStore,
  chain: Chain,
  trajectory: string,
  roundText: string,
  at: string,
  { by, via }: RecordedBy,
): Promise<number> {
  const roundId = parseRoundId(roundText);
  const plan = await knownPlan(store, trajectory);
  const round = await store.round(trajectory, roundId);
  if (!round) throw missingRound(plan, roundId);
  if (round.status !== 'open') {
    throw new Refusal('ROUND_CLOSED', `Ronde ${roundText} is gesloten; er is niets te hervatten.`);
  }
  // A row ahead of its execution: the same name is started, the epoch is not raised again.
  if (await startOwed(store, chain, round, at)) return round.epoch;
  if ((await chain.state(round)) === 'running') {
    throw new Refusal(
      'ALREADY_RUNNING',
      `De uitvoering van ronde ${roundText} loopt; hervatten is niet nodig.`,
    );
  }
  if (await raiseAndStart(store, chain, round, 0, at, by, via)) return round.epoch + 1;
  throw new Refusal('ALREADY_RUNNING', `Ronde ${roundText} werd op dit moment al hervat.`);
}
