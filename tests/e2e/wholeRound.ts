import { expect } from 'vitest';
import { auditRowsOf, store } from './deployed.ts';
import { R1 } from './executions.ts';
import { mailsOf } from './mailbox.ts';
import {
  answerAll,
  atRest,
  COLLEGES,
  COUNCILS,
  type PlanCopy,
  untilAsked,
  untilRound,
} from './trajectories.ts';

/** The bodies of the memo's first round, stage by stage. */
export const STAGES: readonly (readonly string[])[] = [COLLEGES, ['rac'], COUNCILS];

/** What a body of this stage answers when all goes well: the colleges decide, the others take note. */
export function assentOf(stage: readonly string[]) {
  return stage === COLLEGES ? 'adopted' : 'noted';
}

/** Lets everybody who has not answered yet agree or take note, until the round is concluded and all is told. */
export async function finishRound(plan: PlanCopy): Promise<void> {
  for (const bodies of STAGES) {
    await untilAsked(plan.id, R1, bodies);
    await atRest(plan);
    const requests = await store.requestsOfRound(plan.id, R1);
    const open = requests.filter(({ body, status }) => bodies.includes(body) && status === 'open');
    await answerAll(
      plan.id,
      R1,
      open.map(({ body }) => body),
      { outcome: assentOf(bodies) },
    );
  }
  await untilRound(plan.id, R1, 'is concluded', ({ status }) => status === 'concluded');
  await atRest(plan);
}

/** One mail that asks for each body, and for each stage one entry that it passed: the last one concludes. */
export async function expectOneOfEach(plan: PlanCopy): Promise<void> {
  const asked = (await mailsOf(plan.id)).filter(({ reference }) => reference.endsWith('/asked'));
  expect(asked.map(({ reference }) => reference).sort()).toEqual(
    STAGES.flat()
      .map((body) => `${R1}/${body}/asked`)
      .sort(),
  );
  const told = (await mailsOf(plan.id)).filter(({ reference }) => reference === `${R1}/concluded`);
  expect(told).toHaveLength(1);
  const weighed = (await auditRowsOf(plan.id)).filter(
    ({ what, subject }) => subject === R1 && /passed|conclu|divid/.test(String(what)),
  );
  expect(
    weighed.map(({ what, details }) => `${(details as { stage: number }).stage} ${what}`).sort(),
  ).toEqual(['0 stage-passed', '1 stage-passed', '2 round-concluded']);
}
