import fc from 'fast-check';
import { addDays, type Day } from '../../functions/domain/calendar/days.ts';
import { bodiesOfStage } from '../../functions/domain/plan/bodies.ts';
import { opensNotBefore } from '../../functions/domain/plan/derived.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan, PlanRound } from '../../functions/domain/plan/schema.ts';
import { dueDates } from '../../functions/domain/planning/dueDates.ts';
import type { FlagInputs } from '../../functions/domain/planning/flags/wantedFlag.ts';
import { inOrder, predecessorsOf } from '../../functions/domain/planning/order.ts';
import { requestKeyOf } from '../../functions/domain/planning/planning.ts';
import { newRequest } from '../../functions/domain/round/ask.ts';
import { newRound } from '../../functions/domain/round/openRound.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import type { MilestoneRow } from '../../functions/domain/trajectory.ts';
import { EXAMPLE } from './planExample.ts';
import { calendarsOf, planDay } from './planningArbitraries.ts';

const PERIODS = [
  '2026-01',
  '2026-Q1',
  '2026-Q1..2026-Q2',
  '2026-05',
  '2026-Q2',
  '2026-Q3',
  '2026-Q4..2027-Q1',
];

/** The example with work of any length in any order around its round, in periods one after the other. */
const anyValidPlan: fc.Arbitrary<Plan> = fc
  .record({
    periods: fc.array(fc.nat(PERIODS.length - 1), { minLength: 7, maxLength: 7 }).map((all) => all.sort()),
    work: fc.array(fc.record({ duration: fc.nat(80), lead: fc.nat(20), waits: fc.boolean() }), {
      minLength: 4,
      maxLength: 4,
    }),
    between: fc.boolean(),
    papers: fc.record({ college: fc.nat(25), council: fc.nat(25) }),
  })
  .map(({ periods, work, between, papers }) => {
    const [a, b, c, d] = work.map(({ duration, lead, waits }, index) => {
      const after = index === 0 ? ['prepare'] : [`work${index - 1}`];
      return `  - {id: work${index}, title: Werk ${index}, kind: task, owner: organisation, period: ${PERIODS[periods[index]!]}, duration: ${duration}, lead: ${lead}, waitsFor: [${waits ? after.join() : ''}]}\n`;
    });
    const text = EXAMPLE.replace(
      'kind: decision, owner: colleges, period: 2026-Q1, waitsFor: [prepare]',
      `kind: decision, owner: colleges, period: ${PERIODS[periods[4]!]}, waitsFor: [prepare, work3]`,
    )
      .replace('owner: rac, period: 2026-Q2', `owner: rac, period: ${PERIODS[periods[5]!]}`)
      .replace('owner: councils, period: 2026-Q2', `owner: councils, period: ${PERIODS[periods[6]!]}`)
      .replace('  - {id: proposal', () => `${a}${b}${c}${d}  - {id: proposal`);
    // A stage that completes nothing by itself.
    const given = between
      ? text
          .replace(', milestone: noted}', '}')
          .replace('kind: note, owner: rac', 'kind: task, owner: organisation')
          .replace('waitsFor: [noted]', 'waitsFor: [proposal]')
      : text;
    return readPlan(`${given}papers: {college: ${papers.college}, council: ${papers.council}}\n`);
  })
  .filter((read) => 'plan' in read)
  .map((read) => (read as { plan: Plan }).plan);

const dayOf2026 = fc.nat(364).map((days) => addDays('2026-01-01', days));
/** So many milestones, in order, come before the round's first. */
const untilProposal = (plan: Plan) => inOrder(plan).findIndex(({ id }) => id === 'proposal');

const BODY_OF_STAGE = ['GM0001/college', 'rac', 'GM0001/council'];

export type Planned = Omit<FlagInputs, 'planning'>;

/** A plan half-way: what is done is done in order, its round stands at some stage, its bodies have answered or not. */
export const anyPlanned: fc.Arbitrary<Planned> = anyValidPlan.chain((plan) =>
  fc
    .record({
      calendars: calendarsOf(plan),
      anyDay: fc.oneof(planDay, dayOf2026),
      near: fc.option(fc.integer({ min: -15, max: 5 }), { nil: undefined, freq: 2 }),
      done: fc.oneof(fc.nat(plan.milestones.length), fc.constant(untilProposal(plan))),
      stage: fc.nat(2),
      answers: fc.infiniteStream(fc.constantFrom('silent', 'decided', 'deferred', 'absent')),
      ages: fc.infiniteStream(fc.integer({ min: 0, max: 120 })),
    })
    .map(({ calendars, anyDay, near, done, stage, answers, ages }) => {
      const due = dueDates(plan, calendars).requests.get(requestKeyOf('main', stage, BODY_OF_STAGE[stage]!));
      const today = near === undefined ? anyDay : addDays(due!.papersBy, near);
      const next = () => addDays(today, -(ages.next().value as number));
      const round = plan.rounds[0]!;
      const milestones = rowsOf(plan, done, today, next);
      const open = milestones.find(({ id, status }) => id === 'proposal' && status === 'open');
      const rounds = open ? [roundOf(plan, round, stage, next, () => answers.next().value as string)] : [];
      return { plan, calendars, today, state: { milestones, rounds } };
    }),
);

function rowsOf(plan: Plan, done: number, today: Day, day: () => Day): MilestoneRow[] {
  const finished = inOrder(plan).slice(0, done);
  const completed = new Set(finished.map(({ id }) => id));
  return inOrder(plan).flatMap((milestone): MilestoneRow[] => {
    const row = {
      kind: 'milestone',
      schemaVersion: SCHEMA_VERSION,
      trajectory: plan.id,
      id: milestone.id,
    } as const;
    const on = day();
    if (completed.has(milestone.id))
      return [
        {
          ...row,
          status: 'completed',
          openedAt: `${on}T08:00:00.000Z`,
          completedOn: on,
          lastWrite: 'completed',
        },
      ];
    const ready = predecessorsOf(plan, milestone).every((id) => completed.has(id));
    if (!ready || opensNotBefore(milestone) > today) return [];
    return [{ ...row, status: 'open', openedAt: `${on}T08:00:00.000Z`, lastWrite: 'opened' }];
  });
}

function roundOf(plan: Plan, planRound: PlanRound, stage: number, day: () => Day, answer: () => string) {
  const opened = `${day()}T08:00:00.000Z`;
  const fresh = newRound(plan, planRound, 1, opened, plan.id);
  const stages = fresh.stages.map((each, index) => (index < stage ? { ...each, passedOn: day() } : each));
  const round = { ...fresh, stages, stage };
  const bodies = bodiesOfStage(plan, planRound.stages[stage]!);
  const requests = bodies.flatMap(({ id }) => {
    const request = { ...newRequest(round, id), askedAt: `${day()}T08:00:00.000Z` };
    const on = day();
    const entry = { decidedOn: on, recordedAt: `${on}T08:00:00.000Z`, decisionId: 'd'.repeat(32) };
    const by = { by: 'griffier', via: 'command-line' as const };
    switch (answer()) {
      case 'absent':
        return [];
      case 'decided':
        return [{ ...request, status: 'decided' as const, outcome: 'adopted' as const, ...entry, ...by }];
      case 'deferred':
        return [{ ...request, deferrals: [{ ...entry, ...by, newDate: addDays(on, 30) }] }];
      default:
        return [request];
    }
  });
  return { round, requests };
}
