import { completionsOwed } from '../domain/milestones/completions.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { isWakeOwed } from '../domain/round/wake.ts';
import { parseRoundId } from '../domain/roundId.ts';
import type { Chain, RecordStore } from './ports.ts';
import { resumeAfterFault, startOwed } from './resumeRound.ts';

export interface Moved {
  started: number;
  woken: number;
  completed: string[];
  resumed: number;
}

/**
 * Derives from a round's rows what the chain is owed and does what is missing: its execution started, the
 * waits of decided requests woken, the milestones of passed stages completed. Safe to repeat; the stream runs
 * it at once, the daily watch does what the stream missed.
 */
export async function moveRoundOn(
  store: RecordStore,
  chain: Chain,
  round: Round,
  requests: readonly DecisionRequest[],
  at: string,
): Promise<Moved> {
  const moved: Moved = { started: 0, woken: 0, completed: [], resumed: 0 };
  if (await startOwed(store, chain, round, at)) moved.started++;
  for (const row of completionsOwed(round)) {
    // Read first: every later event of the round comes by here, and a write that is refused is billed too.
    const known = await store.milestone(row.trajectory, row.id);
    if (known?.status === 'completed' || known?.status === 'withdrawn') continue;
    if (await store.completeMilestone(row)) moved.completed.push(row.id);
  }
  for (const each of requests) {
    const request = await closedWithItsRound(store, round, each);
    if (!isWakeOwed(round, request)) continue;
    const result = await wake(store, chain, request, at);
    if (result === 'woken') moved.woken++;
    if (result === 'resumed') moved.resumed++;
  }
  return moved;
}

/** The chain may have asked a body while its round was withdrawn: that request is closed after all. */
async function closedWithItsRound(
  store: RecordStore,
  round: Round,
  request: DecisionRequest,
): Promise<DecisionRequest> {
  if (round.status !== 'withdrawn' || request.status !== 'open') return request;
  await store.closeRequest(request);
  return (await store.request(request.trajectory, request.round, request.body)) ?? request;
}

/**
 * Wakes the execution that waits for this decided request. A dead token only says that this token is dead:
 * the request is read again; a newer token is used, what has been woken or passed is done, and a round whose
 * execution is gone is resumed (design.md, "A decision's way").
 */
async function wake(
  store: RecordStore,
  chain: Chain,
  request: DecisionRequest,
  at: string,
): Promise<'woken' | 'resumed' | 'not-owed'> {
  let current: DecisionRequest | undefined = request;
  for (let tried = new Set<string>(); current?.token && !tried.has(current.token); ) {
    tried = tried.add(current.token);
    if ((await chain.wake(current.token)) === 'woken') {
      await store.markWoken(current, at);
      return 'woken';
    }
    current = await store.request(request.trajectory, request.round, request.body);
    if (!current || current.wokenAt) return 'not-owed';
  }
  if (!current) return 'not-owed';
  const roundId = parseRoundId(request.round);
  const round = await store.round(request.trajectory, roundId);
  if (!round || !isWakeOwed(round, current)) return 'not-owed';
  // The execution still runs: its wait ended (timed out, or woken by somebody whose mark was lost) and it
  // reads the answer from the table when it weighs.
  const lost =
    round.status === 'open' && current.epoch === round.epoch && (await chain.state(round)) !== 'running';
  const result = lost
    ? await resumeAfterFault(store, chain, request.trajectory, roundId, round.epoch, at)
    : 'not-needed';
  await store.markWoken(current, at);
  return result === 'resumed' ? 'resumed' : 'not-owed';
}
