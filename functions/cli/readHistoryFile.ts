import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { type HistoryEntry, type HistoryMistake, historyEntrySchema } from '../domain/history/entry.ts';
import { type Replayed, replay } from '../domain/history/replay.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { print } from './output.ts';

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
  if (mistakes.length > 0) throw refuse(file, mistakes, json);
  const played = replay(plan, plan.id, entries, startAt);
  if ('mistakes' in played) throw refuse(file, played.mistakes, json);
  return played.replayed;
}

function readEntries(file: string): { entries: HistoryEntry[]; mistakes: HistoryMistake[] } {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    const text = readFileSync(file, 'utf8');
    records = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      // A spreadsheet in Dutch writes semicolons, and then leaves a comma in a note as it is.
      delimiter: /^[^\n]*;/.test(text) ? ';' : ',',
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1;
    const reason = error instanceof Error ? error.message : String(error);
    return { entries: [], mistakes: [{ line, problem: `het bestand is niet te lezen: ${reason}` }] };
  }
  const unknown = Object.keys(records[0]?.record ?? {}).filter(
    (name) => !COLUMNS.some((column) => column === name),
  );
  if (unknown.length > 0) {
    const problem = `onbekende kolom ${unknown.join(', ')}; de kolommen zijn ${COLUMNS.join(', ')}`;
    return { entries: [], mistakes: [{ line: 1, problem }] };
  }
  const entries: HistoryEntry[] = [];
  const mistakes: HistoryMistake[] = [];
  for (const { record, info } of records) {
    const parsed = historyEntrySchema.safeParse(record);
    if (parsed.success) entries.push({ ...parsed.data, line: info.lines });
    else {
      mistakes.push(
        ...parsed.error.issues.map((issue) => ({
          line: info.lines,
          problem: `${issue.path.join('.') || 'regel'}: ${issue.message}`,
        })),
      );
    }
  }
  return { entries, mistakes };
}

function refuse(file: string, mistakes: readonly HistoryMistake[], json: boolean | undefined): Refusal {
  print(json, { mistakes }, () => mistakes.map(({ line, problem }) => `regel ${line}: ${problem}`));
  const first = mistakes[0];
  return new Refusal(
    'HISTORY_INVALID',
    `${file} heeft ${mistakes.length} ${mistakes.length === 1 ? 'fout' : 'fouten'}; de eerste op regel ${first?.line}: ${first?.problem}. Er is niets overgenomen.`,
  );
}
