import { OUTCOMES_OF_ROLE } from '../../domain/decision/outcomes.ts';
import { bodiesOf, bodiesOfStage } from '../../domain/plan/bodies.ts';
import type { Finding } from '../../domain/plan/planMistake.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { parseRoundId } from '../../domain/roundId.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario names and its plan does not have: played, it would silently be something else than was meant. */
export function scenarioMistakes(scenario: Scenario, plan: Plan): Finding[] {
  return [
    ...(scenario.until < scenario.from
      ? [{ path: ['until'], problem: 'until ligt vóór from', remedy: 'kies een latere dag' }]
      : []),
    ...scenario.decisions.flatMap((decision, place) => ofDecision(decision, ['decisions', place], plan)),
    ...scenario.completions.flatMap(({ milestone }, place) => ofCompletion(milestone, place, plan)),
  ];
}

function ofDecision(
  { round, body, outcome }: Scenario['decisions'][number],
  at: (string | number)[],
  plan: Plan,
): Finding[] {
  const planRound = plan.rounds.find(({ id }) => id === parseRoundId(round).family);
  const known = bodiesOf(plan).some(({ id }) => id === body);
  const unknownBody = (asked: readonly string[], where: string): Finding => ({
    path: [...at, 'body'],
    problem: `orgaan ${body} ${where}`,
    remedy: `kies uit ${asked.join(', ')}`,
  });
  if (!planRound) {
    const everybody = bodiesOf(plan).map(({ id }) => id);
    return [
      {
        path: [...at, 'round'],
        problem: `ronde ${round} staat niet in het plan`,
        remedy: `kies uit ${plan.rounds.map(({ id }) => `${id}.r1`).join(', ')} (of een volgende ronde daarvan)`,
      },
      ...(known ? [] : [unknownBody(everybody, 'staat niet in het plan')]),
    ];
  }
  const roles = new Map(
    planRound.stages.flatMap((stage) =>
      bodiesOfStage(plan, stage).map(({ id }) => [id, stage.role] as const),
    ),
  );
  const role = roles.get(body);
  if (!role) {
    return [
      unknownBody(
        [...roles.keys()],
        known ? `wordt in ronde ${round} niet gevraagd` : 'staat niet in het plan',
      ),
    ];
  }
  if (outcome === undefined || OUTCOMES_OF_ROLE[role].includes(outcome)) return [];
  return [
    {
      path: [...at, 'outcome'],
      problem: `${body} kan in ronde ${round} niet met ${outcome} antwoorden`,
      remedy: `kies uit ${OUTCOMES_OF_ROLE[role].join(', ')}`,
    },
  ];
}

function ofCompletion(id: string, place: number, plan: Plan): Finding[] {
  const path = ['completions', place, 'milestone'];
  const byRounds = (kind: string) => kind === 'decision' || kind === 'note';
  const milestone = plan.milestones.find((each) => each.id === id);
  if (milestone && !byRounds(milestone.kind)) return [];
  const possible = plan.milestones.filter(({ kind }) => !byRounds(kind)).map((each) => each.id);
  return [
    milestone
      ? {
          path,
          problem: `mijlpaal ${id} wordt door organen afgerond`,
          remedy: 'zet hun antwoorden onder decisions',
        }
      : { path, problem: `mijlpaal ${id} staat niet in het plan`, remedy: `kies uit ${possible.join(', ')}` },
  ];
}
