import type * as z from 'zod';
import { byLine, type FileMistake } from '../importFile/fileMistake.ts';
import { formatPath, type PlanMistake } from '../plan/planMistake.ts';
import { type ReadYaml, readYaml } from '../plan/readYaml.ts';
import { issueInDutch } from './issueInDutch.ts';
import { type SourceMapping, sourceMappingSchema } from './sourceMapping.ts';

export type ReadMapping = { readonly mapping: SourceMapping } | { readonly mistakes: readonly FileMistake[] };

/** A source is one row, of 400 KB at most (DynamoDB quotas), and is read for every message. */
const MOST_BYTES = 100 * 1024;
const REMEDY = 'zie docs/sources.md voor wat hier kan';

/** The map file of docs/sources.md, or everything that is wrong with it, each with its line. Total: never throws. */
export function readMapping(text: string): ReadMapping {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MOST_BYTES)
    return {
      mistakes: [{ line: 1, problem: `het bestand is groter dan ${MOST_BYTES / 1024} KB`, remedy: REMEDY }],
    };
  const yaml = readYaml(text);
  if ('syntaxMistakes' in yaml) return { mistakes: yaml.syntaxMistakes.map(asFileMistake) };
  const parsed = sourceMappingSchema.safeParse(yaml.data ?? {});
  const wrong = parsed.success ? [] : parsed.error.issues.flatMap((issue) => mistakesOf(issue, yaml));
  const mistakes = byLine([...yaml.duplicateKeys.map(asFileMistake), ...wrong]);
  return parsed.success && mistakes.length === 0 ? { mapping: parsed.data } : { mistakes };
}

function mistakesOf(issue: z.core.$ZodIssue, yaml: ReadYaml): FileMistake[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: yaml.lineOf([...path, key]),
      problem: `de sleutel "${key}" bestaat hier niet`,
      remedy: REMEDY,
    }));
  const name = path.length === 0 ? 'het bestand' : formatPath(path);
  return [{ line: yaml.lineOf(path), problem: `${name} ${issueInDutch(issue)}`, remedy: REMEDY }];
}

/** Of a plan a mistake is whole sentences; of any other file it is half of one. */
function asFileMistake({ line, problem, remedy }: PlanMistake): FileMistake {
  return { line, problem: problem.replace(/\.$/, ''), remedy: remedy.replace(/\.$/, '') };
}
