import { type HistoryEntry, historyEntrySchema } from '../domain/history/entry.ts';
import { type Replayed, replay } from '../domain/history/replay.ts';
import type { FileMistake } from '../domain/importFile/fileMistake.ts';
import { readCsv } from '../domain/importFile/readCsv.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { readTextFile, refuseFile } from './importFile.ts';

const COLUMNS = [
  'what',
  'round',
  'body',
  'outcome',
  'on',
  'newDate',
  'reference',
  'note',
  'milestone',
] as const;

/**
 * Reads what happened before, and plays it under the plan. A wrong file is refused as HISTORY_INVALID after all
 * its mistakes have been printed, each with its line; nothing of it is applied.
 */
export function readHistoryFile(
  file: string,
  plan: Plan,
  startAt: string,
  json: boolean | undefined,
): Replayed {
  const { entries, mistakes } = readEntries(file);
  if (mistakes.length > 0) throw refuseFile('HISTORY_INVALID', file, mistakes, json);
  const played = replay(plan, plan.id, entries, startAt);
  if ('mistakes' in played) throw refuseFile('HISTORY_INVALID', file, played.mistakes, json);
  return played.replayed;
}

function readEntries(file: string): { entries: HistoryEntry[]; mistakes: readonly FileMistake[] } {
  const read = readTextFile(file);
  if ('mistakes' in read) return { entries: [], mistakes: read.mistakes };
  const csv = readCsv(read.text, COLUMNS);
  const entries: HistoryEntry[] = [];
  const mistakes: FileMistake[] = [...csv.mistakes];
  for (const { line, cells } of csv.lines) {
    const parsed = historyEntrySchema.safeParse(cells);
    if (parsed.success) entries.push({ ...parsed.data, line });
    else {
      mistakes.push(
        ...parsed.error.issues.map((issue) => ({
          line,
          problem: `${issue.path.join('.') || 'regel'}: ${issue.message}`,
        })),
      );
    }
  }
  return { entries, mistakes };
}
