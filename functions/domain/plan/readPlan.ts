import { draftOf } from './draft.ts';
import { crossFieldMistakes } from './mistakes.ts';
import { formatPath, type PlanMistake } from './planMistake.ts';
import { readYaml } from './readYaml.ts';
import type { Plan } from './schema.ts';
import { checkSchema } from './schemaMistakes.ts';

/** A plan of a hundred rows is some 30 KB; this keeps reading one within a second. */
const MOST_BYTES = 200 * 1024;

/**
 * Reads a plan file: either the plan, or everything that is wrong with it, sorted by line. Never throws.
 * A mistake in how a field is written does not hide mistakes between fields; a fault in the YAML itself does
 * hide the rest, for what comes after it cannot be read with certainty.
 */
export function readPlan(yamlText: string): { readonly plan: Plan } | { readonly mistakes: PlanMistake[] } {
  const bytes = new TextEncoder().encode(yamlText).length;
  if (bytes > MOST_BYTES) {
    return {
      mistakes: [
        {
          line: 1,
          path: '',
          problem: `Het plan is ${Math.ceil(bytes / 1024)} KB groot; een plan is hoogstens ${MOST_BYTES / 1024} KB.`,
          remedy: 'Kort het plan in of verdeel het over twee trajecten.',
        },
      ],
    };
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
  return 'plan' in schema && mistakes.length === 0 ? { plan: schema.plan } : { mistakes: inOrder(mistakes) };
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
