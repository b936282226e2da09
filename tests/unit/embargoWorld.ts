import { auditEntry } from '../../functions/domain/audit.ts';
import type { Answer } from '../../functions/domain/decision/answer.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { raiseFlag } from '../../functions/operations/raiseFlag.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  examplePlan,
  LATER,
  ROUND,
  type Running,
} from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { flagOf } from './portalRecord.ts';

/** The days of the example: answered on 2 February, public on the 20th. */
export const PUBLIC_ON = '2026-02-20';
export const WHILE_IT_RUNS = '2026-02-10T09:00:00.000Z';
export const AFTERWARDS = '2026-02-20T00:30:00.000Z';
export const SECRETS = ['GEHEIM-17', 'Het college maakt voorbehoud', 'RAC-KENMERK', 'KENMERK-RAAD'] as const;

/** The example, with work that begins once the colleges agree. */
export const PLAN = examplePlan([
  '  - {id: noted,',
  '  - {id: work, title: Uitwerken, kind: task, owner: organisation, period: 2026-Q1, waitsFor: [proposal]}\n  - {id: noted,',
]);

export async function answer(running: Running, body: string, more: Partial<Answer> = {}, at = LATER) {
  const given = { trajectory: running.plan.id, round: ROUND, body, outcome: 'adopted', on: at.slice(0, 10) };
  return recordDecision(running.store, { ...given, ...more } as Answer, at, CLERK);
}

/** Both colleges have answered, the first under embargo; weighed, so that the RAC is asked or the round handed over. */
export async function weighed(outcome: 'adopted' | 'rejected', embargo: string | null = PUBLIC_ON) {
  const running = await asked(PLAN);
  await answer(running, COLLEGES[1], { reference: 'OPENBAAR-2' });
  await answer(running, COLLEGES[0], {
    outcome,
    ...(embargo && { embargo }),
    reference: `${SECRETS[0]} ${outcome}`,
    note: `${SECRETS[1]}: ${outcome}`,
  });
  await goOn(running);
  await openMilestones(running.store, (await running.store.trajectory(running.plan.id))!, LATER);
  await flagLate(running, outcome);
  return running;
}

/** What a person must look at tells what the wrong answer was, and which mail could not leave. */
async function flagLate(running: Running, outcome: string) {
  for (const subject of [
    `${ROUND} ${COLLEGES[0]}`,
    `${ROUND} ${outcome === 'adopted' ? 'rac' : 'divided'}`,
  ]) {
    const [flag, reason] = ['late-correction', `${SECRETS[1]}: ${outcome}`] as const;
    const row = { ...flagOf({ flag, subject, reason }), trajectory: running.plan.id, raisedAt: LATER };
    await raiseFlag(
      running.store,
      row,
      subject.endsWith('/college') ? lateEntry(running.plan.id, subject, reason) : undefined,
    );
  }
  const key = outcome === 'adopted' ? 'concluded' : 'divided';
  const owner = { trajectory: running.plan.id, round: await running.round(), body: undefined };
  const claim = { claimedUntil: LATER, attempts: 1 };
  await running.store.claimMail(owner, key, claim, LATER);
  await running.store.markMailFailed(owner, key, claim, { claimedUntil: LATER, error: 'geweigerd' });
}

function lateEntry(trajectory: string, subject: string, reason: string) {
  const details = { outcome: 'adopted', on: '2026-02-02', reason };
  return auditEntry({ trajectory, at: LATER, what: 'late-correction', subject, ...CLERK, details });
}

/** All that follows an adopted proposal: the RAC, the councils, the end of the round and what waits for it. */
export async function concluded() {
  const running = await weighed('adopted');
  await answer(running, 'rac', { outcome: 'noted', reference: SECRETS[2] });
  await goOn(running);
  for (const council of COUNCILS) await answer(running, council, { reference: SECRETS[3] });
  await goOn(running);
  await goOn(running);
  return running;
}

/** All that follows a rejected one: the revised proposal, and the colleges asked anew. */
export async function revised() {
  const running = await weighed('rejected');
  await reviseRound(running.store, running.plan.id, ROUND, 'Naar aanleiding van de afwijzing', LATER, CLERK);
  await running.chain.start(await running.round(2));
  await running.chain.catchUp();
  return running;
}
