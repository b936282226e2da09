import { expect, test } from 'vitest';
import { PATIENCE } from '../../functions/cli/simulate/play.ts';
import { momentOf } from '../../functions/domain/calendar/days.ts';
import { type Plan, planSchema } from '../../functions/domain/plan/schema.ts';
import { parseRoundId } from '../../functions/domain/roundId.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { untilAtRest } from '../../functions/operations/untilAtRest.ts';
import { auditRowsOf, store } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import { answer, BY, FIRST_DAY, untilAsked, untilRound } from './trajectories.ts';
import { until } from './until.ts';

/** Every milestone of its own round, with one stage. */
function crowdedPlan(participants: number, rounds: number, ask: 'colleges' | 'rac'): Plan {
  const role = ask === 'rac' ? 'advise' : 'decide';
  const names = Array.from({ length: rounds }, (_each, index) => `besluit-${index + 1}`);
  return planSchema.parse({
    format: 1,
    id: 'crowd',
    title: 'Veel tegelijk',
    lead: { name: 'Projectleider', mail: 'lead@crowd.example' },
    participants: Array.from({ length: participants }, (_each, index) => ({
      code: `GM${1000 + index}`,
      name: `Gemeente ${index + 1}`,
      college: { name: `College ${index + 1}`, mail: `college-${index}@crowd.example` },
      council: { name: `Raad ${index + 1}`, mail: `raad-${index}@crowd.example` },
    })),
    bodies: [{ id: 'rac', name: 'RAC', mail: 'rac@crowd.example' }],
    milestones: names.map((id) => ({
      id,
      title: id,
      kind: ask === 'rac' ? 'note' : 'decision',
      owner: ask,
      period: '2025-12',
    })),
    rounds: names.map((id) => ({ id: `r-${id}`, title: id, stages: [{ ask, role, milestone: id }] })),
  });
}

async function started(id: string, plan: Plan): Promise<string> {
  const trajectory = `${id}-${Math.random().toString(36).slice(2, 8)}`;
  await startTrajectory(store, plan, trajectory, 'real', momentOf(FIRST_DAY), BY);
  return trajectory;
}

// Guards: workflows/askBodies.ts: `maxConcurrency: MOST_BODIES_IN_A_STAGE` (with 10, thirty are never asked).
test('forty bodies of one stage are all asked, all answer at the same moment, and pass it once', async () => {
  const plan = crowdedPlan(40, 1, 'colleges');
  const id = await started('forty', plan);
  const round = 'r-besluit-1.r1';
  const bodies = plan.participants.map(({ code }) => `${code}/college`);
  await untilAsked(id, round, bodies);
  await untilAtRest(store, plan, id, FIRST_DAY, PATIENCE);
  await Promise.all(bodies.map((body) => answer(id, round, body)));
  await untilRound(id, round, 'is concluded', ({ status }) => status === 'concluded');
  await untilAtRest(store, plan, id, FIRST_DAY, PATIENCE);

  const entries = (await auditRowsOf(id)).map(({ what }) => what);
  expect(entries.filter((what) => what === 'decided')).toHaveLength(40);
  expect(entries.filter((what) => what === 'round-concluded')).toHaveLength(1);
  const asked = (await mailsOf(id)).filter(({ reference }) => reference.endsWith('/asked'));
  expect(new Set(asked.map(({ reference }) => reference)).size).toBe(40);
  expect(asked).toHaveLength(40);
});

// Guards: functions/adapters/streamRecords.ts: the loop over all `groups` of a batch (with only the first, rounds stand).
test('two hundred rounds in flight at once: each asks its body once, keeps its answer and is concluded', async () => {
  const plan = crowdedPlan(2, 20, 'rac');
  const ids = await Promise.all(Array.from({ length: 10 }, (_each, index) => started(`crowd${index}`, plan)));
  const rounds = plan.rounds.map(({ id }) => `${id}.r1`);
  for (const id of ids) {
    await until(
      `${id} asks in all its rounds`,
      async () => {
        const open = await Promise.all(rounds.map((round) => store.request(id, round, 'rac')));
        return open.every((request) => request?.token);
      },
      60_000,
    );
  }
  await Promise.all(
    ids.flatMap((id) =>
      rounds.map((round) => answer(id, round, 'rac', { outcome: 'advised', note: `${id} ${round}` })),
    ),
  );
  for (const id of ids) {
    await until(
      `${id} has concluded all its rounds`,
      async () => {
        const rows = await Promise.all(rounds.map((round) => store.round(id, parseRoundId(round))));
        return rows.every((row) => row?.status === 'concluded');
      },
      60_000,
    );
    const requests = await Promise.all(rounds.map((round) => store.request(id, round, 'rac')));
    expect(requests.map((request) => request?.note)).toEqual(rounds.map((round) => `${id} ${round}`));
    const concluded = (await auditRowsOf(id)).filter(({ what }) => what === 'round-concluded');
    expect(concluded.map(({ subject }) => subject).sort()).toEqual([...rounds].sort());
  }
}, 180_000);
