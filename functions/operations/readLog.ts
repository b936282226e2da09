import type { Viewer } from '../domain/access/viewer.ts';
import { auditSentence } from '../domain/log/auditSentence.ts';
import { AUDIT_WORD, viaWord } from '../domain/log/auditWords.ts';
import { isMeant, type LogFilter, momentsOf } from '../domain/log/logFilter.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { type PlanNames, planNames } from '../domain/plan/planNames.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { entryAsSeen } from '../domain/seen/entryAsSeen.ts';
import type { Hidden } from '../domain/seen/hidden.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { AuditEntry, Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { AuditPlace, RecordStore } from './ports.ts';
import { readHidden, type SeenStore } from './readHidden.ts';

export type LogStore = SeenStore & Pick<RecordStore, 'trajectory' | 'auditPage'>;

/** Who reads, and when: what is under embargo then is not told. */
export interface LogReader {
  readonly viewer: Viewer;
  readonly now: string;
}

const LINES_A_PAGE = 100;
/** Read at once when only some are meant, and looked through before the reader is asked whether to go on. */
const SOME = 500;
const MOST_LOOKED_THROUGH = 5_000;

export interface LogLine extends Pick<AuditEntry, 'at' | 'by'> {
  readonly word: string;
  readonly sentence: string;
  readonly via: string;
}

export interface LogPage extends Pick<Trajectory, 'id' | 'title' | 'clock'> {
  /** The newest first, at most 100. */
  readonly lines: readonly LogLine[];
  /** Behind which entry to go on; absent: there is nothing more. */
  readonly next?: AuditPlace | undefined;
  /** What can be chosen from. */
  readonly rounds: readonly Named[];
  readonly bodies: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A page of the log, bounded whatever its length and whatever is meant of it. Refuses UNKNOWN_TRAJECTORY. */
export async function readLog(
  store: LogStore,
  id: string,
  filter: LogFilter,
  after: AuditPlace | undefined,
  { viewer, now }: LogReader,
): Promise<LogPage> {
  const trajectory = await knownTrajectory(store, id);
  const hidden = await readHidden(store, trajectory, viewer, todayOf(trajectory, now));
  const [plan, rounds, found] = await Promise.all([
    store.plan(trajectory),
    store.rounds(id),
    lookThrough(store, id, filter, after, hidden),
  ]);
  const names = planNames(plan);
  return {
    id,
    title: trajectory.title,
    clock: trajectory.clock,
    lines: found.entries.map((entry) => lineOf(names, entry)),
    next: found.next,
    rounds: rounds
      .map(formatRoundId)
      .filter((round) => !hidden.rounds.has(round))
      .map((round) => ({ id: round, name: names.round(round) ?? round })),
    bodies: bodiesOf(plan),
  };
}

async function lookThrough(
  store: LogStore,
  id: string,
  filter: LogFilter,
  after: AuditPlace | undefined,
  hidden: Hidden,
): Promise<{ entries: AuditEntry[]; next?: AuditPlace }> {
  const entries: AuditEntry[] = [];
  const all = filter.kind === undefined && filter.round === undefined && filter.body === undefined;
  let behind = after;
  let shown: AuditPlace | undefined;
  for (let looked = 0; looked < MOST_LOOKED_THROUGH; ) {
    const part = { ...momentsOf(filter), after: behind, most: all ? LINES_A_PAGE : SOME };
    const page = await store.auditPage(id, part);
    for (const [index, entry] of page.entries.entries()) {
      behind = entry;
      const seen = entryAsSeen(hidden, entry);
      if (seen && isMeant(filter, entry)) entries.push(seen);
      // The place to go on behind is in an address, with the id of its entry: never that of one that says less.
      if (seen !== entry) continue;
      shown = entry;
      if (entries.length < LINES_A_PAGE) continue;
      const isLast = index === page.entries.length - 1 && !page.more;
      return { entries, ...(!isLast && { next: entry }) };
    }
    if (!page.more) return { entries };
    looked += page.entries.length;
  }
  return { entries, ...(behind && { next: shown ?? behind }) };
}

function lineOf(names: PlanNames, entry: AuditEntry): LogLine {
  const { at, what, by, via } = entry;
  return { at, by, word: AUDIT_WORD[what], sentence: auditSentence(names, entry), via: viaWord(via) };
}

/** Every entry that is meant, the newest first, page by page. Refuses UNKNOWN_TRAJECTORY before the first. */
export async function exportLog(
  store: LogStore,
  id: string,
  filter: LogFilter,
  { viewer, now }: LogReader,
): Promise<{ readonly names: PlanNames; readonly pages: AsyncIterable<readonly AuditEntry[]> }> {
  const trajectory = await knownTrajectory(store, id);
  const hidden = await readHidden(store, trajectory, viewer, todayOf(trajectory, now));
  return { names: planNames(await store.plan(trajectory)), pages: pagesOf(store, id, filter, hidden) };
}

async function* pagesOf(
  store: LogStore,
  id: string,
  filter: LogFilter,
  hidden: Hidden,
): AsyncIterable<readonly AuditEntry[]> {
  let after: AuditPlace | undefined;
  for (let more = true; more; ) {
    const page = await store.auditPage(id, { ...momentsOf(filter), after, most: SOME });
    yield page.entries
      .filter((entry) => isMeant(filter, entry))
      .flatMap((entry) => entryAsSeen(hidden, entry) ?? []);
    after = page.entries.at(-1) ?? after;
    more = page.more && page.entries.length > 0;
  }
}
