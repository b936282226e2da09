import { owedMails } from '../domain/mails/owedMails.ts';
import { completionsOwed } from '../domain/milestones/completions.ts';
import type { Round } from '../domain/round/round.ts';
import { isWakeOwed } from '../domain/round/wake.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Chain, RecordStore } from './ports.ts';

/**
 * Takes a closed round off the list of what is owed once nothing is: mails sent, milestones completed, and a
 * divided one revised. Reads the rows anew, so that a mail that failed keeps it on the list. A withdrawn round
 * is settled only by who can see (`chain`) that its execution has ended: until then it may still ask a body.
 */
export async function settleRound(
  store: RecordStore,
  seen: Round,
  chain?: Pick<Chain, 'state'>,
): Promise<boolean> {
  if (seen.status === 'open') return false;
  const round = await store.round(seen.trajectory, seen);
  if (!round?.openIn || round.status === 'open') return false;
  if (round.status === 'handed-over' && !round.revisedAt) return false;
  if (round.status === 'withdrawn' && (!chain || (await chain.state(round)) === 'running')) return false;
  const requests = await store.requestsOfRound(round.trajectory, formatRoundId(round));
  if (requests.some((request) => request.status === 'open' || isWakeOwed(round, request))) return false;
  if (owedMails(round, requests).length > 0) return false;
  for (const owed of completionsOwed(round)) {
    const status = (await store.milestone(round.trajectory, owed.id))?.status;
    // Withdrawn: the plan had it no more when its stage passed.
    if (status !== 'completed' && status !== 'withdrawn') return false;
  }
  return store.settleRound(round);
}
