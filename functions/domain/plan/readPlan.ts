import { draftOf } from './draft.ts';
import { crossFieldMistakes } from './mistakes.ts';
import { formatPath, type PlanMistake } from './planMistake.ts';
import { readYaml } from './readYaml.ts';
import type { Plan } from './schema.ts';
import { checkSchema } from './schemaMistakes.ts';

/** A plan of a hundred rows is some 30 KB; this keeps reading one within a second. */
const MOST_BYTES = 200 * 1024;

/** The record keeps a plan in one row, of 400 KB at most (DynamoDB quotas); 10 KB are for the row's other fields. */
const MOST_STORED_BYTES = 390 * 1024;

/**
 * Reads a plan file: either the plan, or everything that is wrong with it, sorted by line. Never throws.
 * A mistake in how a field is written does not hide mistakes between fields; a fault in the YAML itself does
 * hide the rest, for what comes after it cannot be read with certainty.
 */
export function readPlan(yamlText: string): { readonly plan: Plan } | { readonly mistakes: PlanMistake[] } {
  const bytes = bytesOf(yamlText);
  if (bytes > MOST_BYTES) {
    const problem = `Het plan is ${Math.ceil(bytes / 1024)} KB groot; een plan is hoogstens ${MOST_BYTES / 1024} KB.`;
    return { mistakes: [tooLarge(problem)] };
  }
  const yaml = readYaml(yamlText);
  if ('syntaxMistakes' in yaml) return { mistakes: inOrder(yaml.syntaxMistakes) };

  const schema = checkSchema(yaml.data);
  const findings = [
    ...('findings' in schema ? schema.findings : []),
    ...(isEmpty(yaml.data) ? [] : crossFieldMistakes(draftOf(yaml.data))),
  ];
  const mistakes = [
    ...yaml.duplicateKeys,
    ...findings.map(
      ({ path, problem, remedy }): PlanMistake => ({
        line: yaml.lineOf(path),
        path: formatPath(path),
        problem,
        remedy,
      }),
    ),
  ];
  if (!('plan' in schema) || mistakes.length > 0) return { mistakes: inOrder(mistakes) };
  const stored = bytesOf(JSON.stringify(schema.plan));
  if (stored <= MOST_STORED_BYTES) return { plan: schema.plan };
  const problem = `Het plan is uitgeschreven ${Math.ceil(stored / 1024)} KB groot; er kan hoogstens ${MOST_STORED_BYTES / 1024} KB worden bewaard.`;
  return { mistakes: [tooLarge(problem)] };
}

/** A file that is small may grow: what an alias (`*name`) stands for is kept as often as it is named. */
function tooLarge(problem: string): PlanMistake {
  return { line: 1, path: '', problem, remedy: 'Kort het plan in of verdeel het over twee trajecten.' };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A file that is no block of keys at all has that one mistake; the rest would only repeat it. */
function isEmpty(data: unknown): boolean {
  return typeof data !== 'object' || data === null || Array.isArray(data);
}

/** By line; the parser may say the same of one line many times over. */
function inOrder(mistakes: readonly PlanMistake[]): PlanMistake[] {
  const different = new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake]));
  return [...different.values()].sort((a, b) => a.line - b.line);
}
