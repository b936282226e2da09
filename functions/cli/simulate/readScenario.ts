import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlanMistake } from '../../domain/plan/planMistake.ts';
import { type ReadYaml, readYaml } from '../../domain/plan/readYaml.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { Refusal } from '../../domain/refusal.ts';
import { readPlanFile } from '../readPlanFile.ts';
import { readGivenFiles } from './readGivenFiles.ts';
import { type Script, scenarioSchema } from './scenario.ts';
import { scenarioMistakes } from './scenarioMistakes.ts';

/**
 * Reads a scenario and its plan; refuses PLAN_INVALID, and SCENARIO_INVALID with all mistakes of the scenario in
 * one sentence, each with its line and what to do.
 */
export function readScenario(file: string, json: boolean | undefined): Script {
  const yaml = readYamlFile(file);
  const parsed = scenarioSchema.safeParse(yaml.data);
  const mistakes = [
    ...yaml.duplicateKeys.map(sentenceOf),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => {
      const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      return `regel ${yaml.lineOf(steps)}: ${steps.join('.') || 'bestand'}: ${message}`;
    }),
  ];
  if (!parsed.success || mistakes.length > 0) throw refusal(file, mistakes);
  const scenario = parsed.data;
  const planOf = (name: string) => readPlanFile(join(dirname(file), name), readFileSync, json);
  const plan = planOf(scenario.plan);
  const replans = scenario.replans.map((each) => planOf(each.plan));
  const findings = scenarioMistakes(scenario, allOf([plan, ...replans]))
    .map((finding) => ({ ...finding, line: yaml.lineOf(finding.path) }))
    .sort((a, b) => a.line - b.line);
  if (findings.length > 0) throw refusal(file, findings.map(sentenceOf));
  const given = readGivenFiles(dirname(file), scenario, [plan, ...replans]);
  if (given.mistakes.length > 0) throw refusal(file, given.mistakes);
  return {
    scenario,
    plan,
    replans,
    calendars: given.calendars,
    contacts: given.contacts,
    bookings: given.bookings,
  };
}

function readYamlFile(file: string): ReadYaml {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Refusal('SCENARIO_INVALID', `Het scenario ${file} is niet te lezen; controleer het pad.`);
  }
  const yaml = readYaml(text);
  if ('syntaxMistakes' in yaml) throw refusal(file, yaml.syntaxMistakes.map(sentenceOf));
  return yaml;
}

function sentenceOf({ line, problem, remedy }: Pick<PlanMistake, 'line' | 'problem' | 'remedy'>): string {
  return `regel ${line}: ${problem.replace(/\.$/, '')} (${remedy.replace(/\.$/, '')})`;
}

function refusal(file: string, mistakes: readonly string[]): Refusal {
  return new Refusal('SCENARIO_INVALID', `${file}: ${mistakes.join('; ')}.`);
}

/** What a scenario names must be in one of its plans. */
function allOf(plans: readonly [Plan, ...Plan[]]): Plan {
  return {
    ...plans[0],
    participants: plans.flatMap(({ participants }) => participants),
    bodies: plans.flatMap(({ bodies }) => bodies),
    milestones: plans.flatMap(({ milestones }) => milestones),
    rounds: plans.flatMap(({ rounds }) => rounds),
  };
}
