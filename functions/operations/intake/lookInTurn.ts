import { type Day, dayOf } from '../../domain/calendar/days.ts';
import { afterPoll, type PollEnd } from '../../domain/councils/afterPoll.ts';
import type { PollState, Trouble } from '../../domain/councils/pollState.ts';
import type { Source } from '../../domain/intake/source.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { WallClock } from '../ports.ts';
import type { PollStore } from './pollPorts.ts';
import { nothingFound, type PollSummary } from './pollSummary.ts';
import type { ItemStore } from './ports.ts';
import { closeTrouble, showTrouble } from './settleTrouble.ts';

/** Longer than the function that asks may run: who asks longer has died. */
export const WORKING_MS = 16 * 60_000;

export interface TurnDependencies {
  readonly polls: PollStore;
  readonly items: ItemStore;
  readonly now: WallClock;
}

/** What kept a source from being read whole; what was found all the same counts. */
export interface Failed {
  readonly trouble: Trouble;
  readonly said: string;
}

export interface Look {
  readonly found: Partial<PollSummary>;
  readonly failed?: Failed | undefined;
  /** Until which day it has been read now, unless it failed. */
  readonly readUntil: Day;
}

/**
 * Looks at one source when it is its turn, one at a time, and keeps how that went: how far it was read, when it is asked
 * again after a failure, and the one item that a person sees when failing lasts. `insisting` (a person asks now) does not
 * wait out the pause after failures. A paused source is left alone. `system`: what its trouble is called by.
 */
export async function lookInTurn(
  { polls, items, now }: TurnDependencies,
  source: Source,
  system: string,
  insisting: boolean,
  look: (readUntil: Day | undefined, today: Day, at: string) => Promise<Look>,
): Promise<PollSummary> {
  const told = (result: PollSummary['result']) => nothingFound(source.name, result);
  if (source.pausedAt) return told('paused');
  const at = now();
  const seen = await polls.pollState(source.name);
  if (seen?.workingUntil && seen.workingUntil > at) return told('busy');
  if (!insisting && seen?.nextAt && seen.nextAt > at)
    return { ...told('waiting'), ...(seen.said && { said: seen.said }) };
  const working: PollState = {
    ...(seen ?? newState(source)),
    turn: (seen?.turn ?? 0) + 1,
    workingUntil: new Date(Date.parse(at) + WORKING_MS).toISOString(),
  };
  if (!(await polls.writePollState(working, seen))) return told('busy');

  const { found, failed, readUntil } = await look(seen?.readUntil, dayOf(at), at);
  const end: PollEnd = failed ? { kind: 'failed', ...failed } : { kind: 'done', readUntil };
  const after = afterPoll(working, end, now());
  // In this order what dies in between is made up for by the next look: what was found before the cursor, a notice that is
  // closed before its trouble is forgotten, and one that is shown after it was written down.
  if (end.kind === 'done') await closeTrouble(items, source, system, working, now());
  await polls.writePollState(after, working);
  if (end.kind === 'failed') await showTrouble(items, source, system, after);
  return { ...told(failed ? 'failed' : 'read'), ...found, ...(failed && { said: failed.said }) };
}

function newState({ name }: Source): PollState {
  return { kind: 'poll', schemaVersion: SCHEMA_VERSION, source: name, turn: 0, failures: 0, shown: false };
}
