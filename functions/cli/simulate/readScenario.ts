import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { Refusal } from '../../domain/refusal.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import { readPlanFile } from '../readPlanFile.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

/** Reads a scenario and its plan; refuses SCENARIO_INVALID (all its mistakes in one sentence) and PLAN_INVALID. */
export function readScenario(file: string, json: boolean | undefined): { scenario: Scenario; plan: Plan } {
  const parsed = scenarioSchema.safeParse(readYamlFile(file));
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'bestand'}: ${issue.message}`,
    );
    throw new Refusal('SCENARIO_INVALID', `${file}: ${mistakes.join('; ')}.`);
  }
  const scenario = parsed.data;
  const plan = readPlanFile(join(dirname(file), scenario.plan), readFileSync, json);
  const mistakes = againstPlan(scenario, plan);
  if (mistakes.length > 0) throw new Refusal('SCENARIO_INVALID', `${file}: ${mistakes.join('; ')}.`);
  return { scenario, plan };
}

function readYamlFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new Refusal('SCENARIO_INVALID', `Het scenario ${file} is niet te lezen: ${reason}`);
  }
}

function againstPlan(scenario: Scenario, plan: Plan): string[] {
  const bodies = new Set(bodiesOf(plan).map(({ id }) => id));
  const families = new Set(plan.rounds.map(({ id }) => id));
  const milestones = new Set(plan.milestones.map(({ id }) => id));
  return [
    ...(scenario.until < scenario.from ? ['until ligt vóór from'] : []),
    ...scenario.decisions.flatMap(({ round, body }) => [
      ...(families.has(parseRoundId(round).family) ? [] : [`ronde ${round} staat niet in het plan`]),
      ...(bodies.has(body) ? [] : [`orgaan ${body} staat niet in het plan`]),
    ]),
    ...scenario.completions.flatMap(({ milestone }) =>
      milestones.has(milestone) ? [] : [`mijlpaal ${milestone} staat niet in het plan`],
    ),
    ...(scenario.ledger ? ['boekingen (ledger) kunnen nog niet worden gespeeld'] : []),
    ...(scenario.calendars ? ['kalenders (calendars) kunnen nog niet worden gespeeld'] : []),
  ];
}
