import { readPlan } from '../domain/plan/readPlan.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { Refusal } from '../domain/refusal.ts';
import { print } from './output.ts';

/**
 * Reads a plan file. A wrong one is refused as PLAN_INVALID after all its mistakes have been printed, each
 * with its line and remedy.
 */
export function readPlanFile(
  file: string,
  read: (path: string, encoding: 'utf8') => string,
  json: boolean | undefined,
): Plan {
  let text: string;
  try {
    text = read(file, 'utf8');
  } catch {
    throw new Refusal('PLAN_INVALID', `Het planbestand ${file} is niet te lezen; controleer het pad.`);
  }
  const result = readPlan(text);
  if ('plan' in result) return result.plan;
  const { mistakes } = result;
  print(json, { mistakes }, () =>
    mistakes.map(
      ({ line, path, problem, remedy }) => `regel ${line}${path ? ` (${path})` : ''}: ${problem} ${remedy}`,
    ),
  );
  const first = mistakes[0];
  throw new Refusal(
    'PLAN_INVALID',
    `${file} heeft ${mistakes.length} ${mistakes.length === 1 ? 'fout' : 'fouten'}${first ? `; de eerste op regel ${first.line}: ${first.problem}` : ''}`,
  );
}
