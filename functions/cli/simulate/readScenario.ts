import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { bodiesOf } from '../../domain/plan/bodies.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { Refusal } from '../../domain/refusal.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import { readPlanFile } from '../readPlanFile.ts';
import { type Scenario, type Script, scenarioSchema } from './scenario.ts';

/** Reads a scenario and its plans; refuses SCENARIO_INVALID (all its mistakes in one sentence) and PLAN_INVALID. */
export function readScenario(file: string, json: boolean | undefined): Script {
  const parsed = scenarioSchema.safeParse(readYamlFile(file));
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'bestand'}: ${issue.message}`,
    );
    throw new Refusal('SCENARIO_INVALID', `${file}: ${mistakes.join('; ')}.`);
  }
  const scenario = parsed.data;
  const planOf = (name: string) => readPlanFile(join(dirname(file), name), readFileSync, json);
  const plan = planOf(scenario.plan);
  const replans = scenario.replans.map((each) => planOf(each.plan));
  const mistakes = againstPlans(scenario, [plan, ...replans]);
  if (mistakes.length > 0) throw new Refusal('SCENARIO_INVALID', `${file}: ${mistakes.join('; ')}.`);
  return { scenario, plan, replans };
}

function readYamlFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new Refusal('SCENARIO_INVALID', `Het scenario ${file} is niet te lezen: ${reason}`);
  }
}

/** What a scenario names must be in one of its plans. */
function againstPlans(scenario: Scenario, plans: readonly Plan[]): string[] {
  const bodies = new Set(plans.flatMap(bodiesOf).map(({ id }) => id));
  const families = new Set(plans.flatMap(({ rounds }) => rounds).map(({ id }) => id));
  const milestones = new Set(plans.flatMap((plan) => plan.milestones).map(({ id }) => id));
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
