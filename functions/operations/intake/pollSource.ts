import { dayOf } from '../../domain/calendar/days.ts';
import { afterPoll, type PollEnd } from '../../domain/councils/afterPoll.ts';
import { COUNCIL_SYSTEMS } from '../../domain/councils/councilSystems.ts';
import { matchCouncilDecision, mayMatter } from '../../domain/councils/matchCouncilDecision.ts';
import type { PollState } from '../../domain/councils/pollState.ts';
import { pollWindow } from '../../domain/councils/pollWindow.ts';
import { proposal } from '../../domain/councils/proposal.ts';
import { isPolled, type PolledSource } from '../../domain/intake/polledSource.ts';
import type { Source } from '../../domain/intake/source.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { RecordStore, WallClock } from '../ports.ts';
import { askCouncilSystem, type Found } from './askCouncilSystem.ts';
import { awaitedAnswers } from './awaitedAnswers.ts';
import { newItem } from './newItem.ts';
import type { CouncilReader, PollStore } from './pollPorts.ts';
import type { ItemStore } from './ports.ts';
import { closeTrouble, showTrouble } from './settleTrouble.ts';

/** Longer than the function that asks may run: who asks longer has died. */
export const WORKING_MS = 16 * 60_000;

export interface PollDependencies {
  readonly store: RecordStore;
  readonly polls: PollStore;
  readonly items: ItemStore;
  readonly reader: CouncilReader;
  readonly now: WallClock;
}

/** What one look at one source brought. */
export interface PollSummary {
  readonly source: string;
  readonly result: 'read' | 'failed' | 'paused' | 'waiting' | 'busy' | 'not-polled';
  /** Decisions that the source gave, and how many of them led to a new item, are one already, or are about others. */
  readonly decisions: number;
  readonly proposed: number;
  readonly known: number;
  readonly unmatched: number;
  readonly skipped: number;
  readonly undecided: number;
  readonly from?: string;
  readonly until?: string;
  /** The items it led to, new or not. */
  readonly items?: readonly string[];
  /** What is the matter, in Dutch. */
  readonly said?: string;
}

const NOT_SAID_WHERE: Found = {
  decisions: [],
  skipped: 0,
  undecided: 0,
  questions: 0,
  failed: {
    trouble: 'settings',
    said: 'In de instelling van deze bron staat niet waar zij te bevragen is; voeg "poll" toe (docs/council-systems.md).',
  },
};
const NOTHING = { decisions: 0, proposed: 0, known: 0, unmatched: 0, skipped: 0, undecided: 0 };

/**
 * Asks one council system what was decided since the last look, and proposes what is plausibly expected of the council.
 * `insisting` (a person asks now) does not wait out the pause after failures. A paused source is left alone.
 */
export async function pollSource(
  deps: PollDependencies,
  source: Source,
  insisting = false,
): Promise<PollSummary> {
  const { polls, items, now } = deps;
  const told = (result: PollSummary['result']) => ({ source: source.name, result, ...NOTHING });
  if (!isPolled(source)) return told('not-polled');
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

  const window = pollWindow(seen?.readUntil, dayOf(at));
  const { found, ...counts } = await lookAt(deps, source, window, at);
  const end: PollEnd = found.failed
    ? { kind: 'failed', ...found.failed }
    : { kind: 'done', readUntil: window.until };
  const after = afterPoll(working, end, now());
  // In this order what dies in between is made up for by the next look: items before the cursor, a notice that is
  // closed before its trouble is forgotten, and one that is shown after it was written down.
  if (end.kind === 'done') await closeTrouble(items, source, working, now());
  await polls.writePollState(after, working);
  if (end.kind === 'failed') await showTrouble(items, source, after);
  return {
    ...told(found.failed ? 'failed' : 'read'),
    ...counts,
    skipped: found.skipped,
    undecided: found.undecided,
    ...window,
    ...(found.failed && { said: found.failed.said }),
  };
}

async function lookAt(
  { store, items, reader, now }: PollDependencies,
  source: PolledSource,
  window: ReturnType<typeof pollWindow>,
  at: string,
) {
  const system = COUNCIL_SYSTEMS[source.speaks];
  const { poll } = source.mapping;
  if (!poll) return { found: NOT_SAID_WHERE, ...NOTHING, items: [] };
  const awaited = await awaitedAnswers(store, `${source.municipality}/${poll.body}`);
  const found: Found = await askCouncilSystem(
    reader,
    system,
    source,
    window,
    { poll, today: dayOf(at), mayMatter: (text) => mayMatter(text, awaited, source.mapping) },
    now,
  );
  const counts = { decisions: found.decisions.length, proposed: 0, known: 0, unmatched: 0 };
  const made: string[] = [];
  for (const decision of found.decisions) {
    const match = matchCouncilDecision(decision, awaited, source.mapping);
    if (match.kind === 'none') {
      counts.unmatched += 1;
      continue;
    }
    const { name, municipality } = source;
    const item = newItem(
      { source: name, municipality, key: decision.externalId },
      { ...proposal(system.name, decision, match), receivedAt: at },
    );
    if (await items.putItem(item)) counts.proposed += 1;
    else counts.known += 1;
    made.push(item.id);
  }
  return { ...counts, items: made, found };
}

function newState({ name }: Source): PollState {
  return { kind: 'poll', schemaVersion: SCHEMA_VERSION, source: name, turn: 0, failures: 0, shown: false };
}
