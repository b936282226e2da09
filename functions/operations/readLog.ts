import { auditSentence } from '../domain/log/auditSentence.ts';
import { AUDIT_WORD, viaWord } from '../domain/log/auditWords.ts';
import { isMeant, type LogFilter, momentsOf } from '../domain/log/logFilter.ts';
import { bodiesOf } from '../domain/plan/bodies.ts';
import { type PlanNames, planNames } from '../domain/plan/planNames.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { AuditEntry, Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { AuditPlace, RecordStore } from './ports.ts';

export type LogStore = Pick<RecordStore, 'trajectory' | 'plan' | 'rounds' | 'auditPage'>;

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
): Promise<LogPage> {
  const trajectory = await knownTrajectory(store, id);
  const [plan, rounds, found] = await Promise.all([
    store.plan(trajectory),
    store.rounds(id),
    lookThrough(store, id, filter, after),
  ]);
  const names = planNames(plan);
  return {
    id,
    title: trajectory.title,
    clock: trajectory.clock,
    lines: found.entries.map((entry) => lineOf(names, entry)),
    next: found.next,
    rounds: rounds.map(formatRoundId).map((round) => ({ id: round, name: names.round(round) ?? round })),
    bodies: bodiesOf(plan),
  };
}

async function lookThrough(
  store: LogStore,
  id: string,
  filter: LogFilter,
  after: AuditPlace | undefined,
): Promise<{ entries: AuditEntry[]; next?: AuditPlace }> {
  const entries: AuditEntry[] = [];
  const all = filter.kind === undefined && filter.round === undefined && filter.body === undefined;
  let behind = after;
  for (let looked = 0; looked < MOST_LOOKED_THROUGH; ) {
    const part = { ...momentsOf(filter), after: behind, most: all ? LINES_A_PAGE : SOME };
    const page = await store.auditPage(id, part);
    for (const [index, entry] of page.entries.entries()) {
      behind = entry;
      if (isMeant(filter, entry)) entries.push(entry);
      if (entries.length < LINES_A_PAGE) continue;
      const isLast = index === page.entries.length - 1 && !page.more;
      return { entries, ...(!isLast && { next: entry }) };
    }
    if (!page.more) return { entries };
    looked += page.entries.length;
  }
  return { entries, ...(behind && { next: behind }) };
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
): Promise<{ readonly names: PlanNames; readonly pages: AsyncIterable<readonly AuditEntry[]> }> {
  const names = planNames(await store.plan(await knownTrajectory(store, id)));
  return { names, pages: pagesOf(store, id, filter) };
}

async function* pagesOf(
  store: LogStore,
  id: string,
  filter: LogFilter,
): AsyncIterable<readonly AuditEntry[]> {
  let after: AuditPlace | undefined;
  for (let more = true; more; ) {
    const page = await store.auditPage(id, { ...momentsOf(filter), after, most: SOME });
    yield page.entries.filter((entry) => isMeant(filter, entry));
    after = page.entries.at(-1) ?? after;
    more = page.more && page.entries.length > 0;
  }
}
