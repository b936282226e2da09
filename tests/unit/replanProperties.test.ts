import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../functions/domain/calendar/days.ts';
import { NO_CALENDARS } from '../../functions/domain/meetings/calendar.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { dueOfRequest } from '../../functions/domain/planning/dueOfRequest.ts';
import { planningOf } from '../../functions/domain/planning/planningOf.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { readState } from '../../functions/operations/readState.ts';
import { COLLEGES, type Running, runningOn } from './exampleRecord.ts';
import { goOn } from './goOn.ts';
import { createMemoryStore } from './memoryStore.ts';
import { AT, bothAsked, replanTo, twoRounds } from './replanExample.ts';

const PERIODS = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1..2027-Q2', '2026-02'];
const PLAN = twoRounds();
let record: ReturnType<Running['store']['snapshot']> | undefined;

/** Any plan that a person could make of this one: periods, titles, addresses, and what is left out or put in. */
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    periods: fc.array(fc.constantFrom(...PERIODS), { minLength: 8, maxLength: 8 }),
    drop: fc.subarray(['side', 'talk', 'consult', 'prepare', 'adopted']),
    add: fc.boolean(),
    silent: fc.boolean(),
    title: fc.constantFrom('Hoofdronde', 'Hoofdronde, anders'),
    mail: fc.constantFrom('college@aa.example', 'nieuw@aa.example'),
  })
  .map(({ periods, drop, add, silent, title, mail }) => planWith(periods, drop, add, silent, title, mail));

function planWith(
  periods: readonly string[],
  drop: readonly string[],
  add: boolean,
  silent: boolean,
  title: string,
  mail: string,
): Plan {
  const milestones = PLAN.milestones
    .map((milestone, index) => ({ ...milestone, period: periods[index]! }))
    .filter(({ id }) => !drop.includes(id))
    .map((milestone) => ({ ...milestone, waitsFor: milestone.waitsFor.filter((id) => !drop.includes(id)) }));
  const extra = { ...PLAN.milestones[0]!, id: 'extra', title: 'Extra', period: periods[7]! };
  return {
    ...PLAN,
    participants: PLAN.participants.map((each, index) =>
      index === 0 && each.college ? { ...each, college: { ...each.college, mail } } : each,
    ),
    milestones: add ? [...milestones, extra] : milestones,
    rounds: PLAN.rounds
      .map((round) => ({
        ...round,
        title: round.id === 'main' ? title : round.title,
        stages: round.stages
          .filter(({ milestone }) => !milestone || !drop.includes(milestone))
          .map((stage) =>
            silent && stage.silence ? { ...stage, silence: { ...stage.silence, after: 5 } } : stage,
          ),
      }))
      .filter(({ stages }) => stages.length > 0),
  };
}

const anyAnswers = fc.array(
  fc.record({ body: fc.constantFrom(...COLLEGES, 'rac'), agrees: fc.boolean(), settles: fc.boolean() }),
  { maxLength: 4 },
);

test('nothing that was recorded is lost or changed by another plan, and open requests get its dates', async () => {
  record ??= (await bothAsked()).store.snapshot();
  const seen = { applied: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(anyPlan, anyAnswers, async (plan, answers) => {
      const running = runningOn(createMemoryStore(record), PLAN);
      const { store } = running;
      for (const { body, agrees, settles } of answers) {
        await running
          .decide(body, body === 'rac' ? 'noted' : agrees ? 'adopted' : 'rejected')
          .catch(() => {});
        if (settles) await goOn(running);
      }
      const before = store.snapshot();
      const state = await readState(store, 'voorbeeld');
      const result = await replanTo(running, plan).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Refusal);
        return undefined;
      });
      const after = store.snapshot();
      if (!result) {
        seen.refused++;
        expect(after).toEqual(before);
        return;
      }
      seen.applied++;
      for (const [name, row] of Object.entries(before)) keepsWhatWasRecorded(row, after[name]);
      const planning = planningOf(plan, NO_CALENDARS, state, dayOf(AT));
      for (const { round, requests } of (await readState(store, 'voorbeeld')).rounds) {
        for (const request of requests.filter(({ status }) => status === 'open')) {
          const due = dueOfRequest(plan, NO_CALENDARS, planning, round, request);
          expect(due).toBeDefined();
          const old = state.rounds.find((each) => each.round.family === round.family)!;
          const was = dueOfRequest(
            PLAN,
            NO_CALENDARS,
            planningOf(PLAN, NO_CALENDARS, state, dayOf(AT)),
            old.round,
            request,
          );
          const move = result.comparison.moves.find(
            ({ of, subject, bodies }) =>
              of === 'running' && subject === request.round && bodies.includes(request.body),
          );
          expect(move?.to ?? was?.day).toBe(due?.day);
        }
      }
    }),
    { numRuns: 150 },
  );
  // Both must have been tried, or the property says nothing.
  expect(seen.applied).toBeGreaterThan(10);
  expect(seen.refused).toBeGreaterThan(10);
}, 120_000);

/** What a re-planning may do to a row: close or withdraw what is open, and switch the trajectory. Nothing else. */
function keepsWhatWasRecorded(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>> | undefined,
): void {
  const { status, lastWrite: _l, ...rest } = before;
  if (before.kind === 'trajectory') {
    expect(after).toMatchObject({ id: before.id, startedAt: before.startedAt, clock: before.clock });
    return;
  }
  expect(after).toMatchObject(rest);
  const became: Readonly<Record<string, readonly unknown[]>> = {
    open: ['open', 'closed', 'withdrawn'],
    'handed-over': ['handed-over', 'withdrawn'],
  };
  expect(became[String(status)] ?? [status]).toContain(after?.status);
}
