import { bodiesOfStage } from '../bodies.ts';
import type { Draft, DraftStage } from '../draft.ts';
import type { Finding } from '../planMistake.ts';
import { MOST_BODIES_IN_A_STAGE } from '../schema.ts';

/** A stage asks bodies of one kind, each of them once, and no more than the chain can ask at once. */
export function stageBodies(draft: Draft): Finding[] {
  return draft.rounds.flatMap((round) => round.stages.flatMap((stage) => ofStage(draft, stage)));
}

function ofStage(draft: Draft, stage: DraftStage): Finding[] {
  const findings: Finding[] = [];
  const asked = new Set<string>();
  const groups = new Set<string>();
  for (const { name, path } of stage.ask) {
    // A participant that is in the plan twice is reported as such, not in every stage too.
    const bodies = new Map(bodiesOfStage(draft, { ask: name }).map((body) => [body.id, body]));
    const again = [...bodies.keys()].filter((id) => asked.has(id));
    if (again.length > 0) {
      findings.push({
        path,
        problem: `Deze stap vraagt ${again.join(', ')} meer dan eens.`,
        remedy: 'Noem elk orgaan één keer: haal de groep weg of de losse namen die erin zitten.',
      });
    }
    for (const body of bodies.values()) {
      asked.add(body.id);
      groups.add(body.group);
    }
  }
  if (groups.size > 1) {
    findings.push({
      path: [...stage.path, 'ask'],
      problem: `Deze stap vraagt organen van verschillende soort: ${[...groups].map((group) => GROUP_NAMES[group]).join(' en ')}.`,
      remedy: 'Maak er twee stappen van, elk met organen van één soort.',
    });
  }
  if (asked.size > MOST_BODIES_IN_A_STAGE) {
    findings.push({
      path: [...stage.path, 'ask'],
      problem: `Deze stap vraagt ${asked.size} organen; hoogstens ${MOST_BODIES_IN_A_STAGE} kan tegelijk.`,
      remedy: `Verdeel de organen over stappen van hoogstens ${MOST_BODIES_IN_A_STAGE}.`,
    });
  }
  return findings;
}

const GROUP_NAMES: Readonly<Record<string, string>> = {
  colleges: 'colleges',
  councils: 'raden',
  rac: 'gezamenlijke organen',
};
