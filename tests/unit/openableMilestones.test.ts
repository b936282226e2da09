import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf } from '../../functions/domain/calendar/periods.ts';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { openableMilestones } from '../../functions/domain/milestones/openable.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan, PlanMilestone } from '../../functions/domain/plan/schema.ts';
import type { MilestoneRow } from '../../functions/domain/trajectory.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { openMilestones } from '../../functions/operations/openMilestones.ts';
import { CLERK, examplePlan, started } from './exampleRecord.ts';

const read = readPlan(
  readFileSync(new URL('../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8'),
);
if ('mistakes' in read) throw new Error('the plan of the visietraject has mistakes');
const VISION: Plan = read.plan;
const ALL_BEGUN = '2028-01-03';

function row(id: string, status: MilestoneRow['status']): MilestoneRow {
  return { kind: 'milestone', schemaVersion: 1, trajectory: 't', id, status, lastWrite: '' };
}

const ids = (plan: Plan, rows: MilestoneRow[], day: string) =>
  openableMilestones(plan, rows, day).map(({ milestone }) => milestone.id);

/** A plan of milestones a … f in which each may wait for any that come before it in the alphabet. */
const anyPlan = fc
  .array(
    fc.record({
      waits: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
      period: fc.constantFrom('2026-01', '2026-05', '2026-Q2', '2026-Q3..2026-Q4', '2027-Q1'),
      lead: fc.nat({ max: 60 }),
      ofRound: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const milestones = drafts.map(
      ({ waits, period, lead, ofRound }, index): PlanMilestone => ({
        id: names[index]!,
        title: names[index]!,
        kind: ofRound ? 'decision' : 'task',
        owner: 'colleges',
        period,
        lead,
        waitsFor: [...new Set(waits.filter((other) => other < index).map((other) => names[other]!))],
      }),
    );
    const rounds = milestones
      .filter(({ kind }) => kind === 'decision')
      .map(({ id }) => ({
        id: `round-${id}`,
        title: id,
        informs: [],
        stages: [{ ask: 'colleges', role: 'decide' as const, milestone: id }],
      }));
    return { ...VISION, milestones, rounds };
  });
const statuses = fc.array(
  fc.constantFrom(undefined, 'open' as const, 'completed' as const, 'withdrawn' as const),
  {
    minLength: 6,
    maxLength: 6,
  },
);
const anyDay = fc
  .date({ min: new Date('2025-10-01'), max: new Date('2027-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a milestone opens', () => {
  // The guards are the three early returns of openableMilestones: known rows, waitsFor, the period.
  test('never before all it waits for is completed, never before its period less its lead, never twice', () => {
    fc.assert(
      fc.property(anyPlan, statuses, anyDay, (plan, all, day) => {
        const rows = plan.milestones.flatMap(({ id }, index) => (all[index] ? [row(id, all[index]!)] : []));
        const openable = ids(plan, rows, day);
        for (const milestone of plan.milestones) {
          const status = rows.find(({ id }) => id === milestone.id)?.status;
          const ready = milestone.waitsFor.every((id) =>
            rows.some((each) => each.id === id && each.status === 'completed'),
          );
          const begun =
            milestone.kind === 'task' ? hasBegun(milestone, day) : hasBeenWorkedOn(milestone, day);
          expect([milestone.id, openable.includes(milestone.id)]).toEqual([
            milestone.id,
            status === undefined && ready && begun,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with its round when bodies must answer first, without one when the organisation does the work', () => {
    const rows = [row('prepare', 'completed')];
    expect(openableMilestones(examplePlan(), rows, '2026-01-20')).toMatchObject([
      { milestone: { id: 'proposal' }, round: { id: 'main' } },
    ]);
    expect(openableMilestones(examplePlan(), [], '2026-01-05')).toMatchObject([
      { milestone: { id: 'prepare' }, round: undefined },
    ]);
  });

  test('a later stage of a round is opened by the round, not here', () => {
    const rows = [row('prepare', 'completed'), row('proposal', 'completed'), row('consult', 'open')];
    expect(ids(examplePlan(), rows, ALL_BEGUN)).toEqual([]);
  });

  // 2027-05-01 is a Saturday; 2027-05-03 the Monday after it.
  test('a round does not ask bodies on a day on which nobody works; a task may open then', () => {
    const plan = examplePlan(
      ['period: 2026-Q1, waitsFor: [prepare]', 'period: 2027-05, waitsFor: [prepare]'],
      ['kind: note, owner: rac, period: 2026-Q2', 'kind: note, owner: rac, period: 2027-Q2'],
      ['owner: councils, period: 2026-Q2', 'owner: councils, period: 2027-Q2'],
      ['period: 2026-Q2..2026-Q3', 'period: 2027-05'],
    );
    const rows = [row('prepare', 'completed')];
    expect(ids(plan, rows, '2027-04-30')).toEqual([]);
    expect(ids(plan, rows, '2027-05-01')).toEqual(['consult']);
    expect(ids(plan, rows, '2027-05-03')).toEqual(['proposal', 'consult']);
  });
});

describe('a trajectory is played', () => {
  /** Completes what is open, in an order chosen by `picks`; gives how often each milestone opened. */
  function played(plan: Plan, picks: number[]): Map<string, number> {
    const rows = new Map<string, MilestoneRow>();
    const openings = new Map<string, number>();
    for (let step = 0; ; step++) {
      for (const { milestone } of openableMilestones(plan, [...rows.values()], ALL_BEGUN)) {
        rows.set(milestone.id, row(milestone.id, 'open'));
        openings.set(milestone.id, (openings.get(milestone.id) ?? 0) + 1);
      }
      const open = [...rows.values()].filter(({ status }) => status === 'open');
      const next = open[(picks[step % picks.length] ?? 0) % Math.max(open.length, 1)];
      if (!next) return openings;
      // A round passes its stages one after the other, and each completes its milestone.
      const round = plan.rounds.find(({ stages }) => stages[0]?.milestone === next.id);
      const done = round ? round.stages.flatMap(({ milestone }) => milestone ?? []) : [next.id];
      for (const id of done) rows.set(id, row(id, 'completed'));
    }
  }

  test('the visietraject opens everything exactly once, in whatever order milestones are completed', () => {
    const later = VISION.rounds.flatMap(({ stages }) =>
      stages.slice(1).flatMap(({ milestone }) => milestone ?? []),
    );
    const opening = VISION.milestones.map(({ id }) => id).filter((id) => !later.includes(id));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 30 }), (picks) => {
        const openings = played(VISION, picks);
        expect([...openings.keys()].sort()).toEqual([...opening].sort());
        expect([...openings.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });

  const JOINED = [
    [
      'owner: colleges, period: 2026-Q1, waitsFor: [prepare]',
      'owner: colleges, period: 2026-Q1, waitsFor: [prepare, consult]',
    ],
    ['period: 2026-Q2..2026-Q3', 'period: 2026-01'],
  ] as const;

  async function completedInOrder(...order: string[]) {
    const { store, plan } = await started(examplePlan(...JOINED));
    const trajectory = (await store.trajectory(plan.id))!;
    const at = '2026-02-02T09:00:00.000Z';
    const opened = [...(await openMilestones(store, trajectory, at)).milestones];
    for (const id of order) {
      await completeMilestone(store, plan.id, id, '2026-02-02', at, CLERK);
      opened.push(...(await openMilestones(store, trajectory, at)).milestones);
    }
    return opened;
  }

  test('two completions in either order open the same milestones', async () => {
    const one = await completedInOrder('prepare', 'consult');
    const other = await completedInOrder('consult', 'prepare');
    expect([...other].sort()).toEqual([...one].sort());
    expect(one).toContain('proposal');
  });

  // The guard is that openMilestones reads after the commit, and its put is conditional.
  test('two completions at once cannot both miss the other, and what waited opens once', async () => {
    const { store, plan } = await started(examplePlan(...JOINED));
    const trajectory = (await store.trajectory(plan.id))!;
    const at = '2026-02-02T09:00:00.000Z';
    await openMilestones(store, trajectory, at);
    const completeAndOpen = async (id: string) => {
      await completeMilestone(store, plan.id, id, '2026-02-02', at, CLERK);
      return openMilestones(store, trajectory, at);
    };
    const both = await Promise.all([completeAndOpen('prepare'), completeAndOpen('consult')]);
    expect(both.flatMap(({ milestones }) => milestones)).toEqual(['proposal']);
    expect(both.flatMap(({ rounds }) => rounds)).toHaveLength(1);
    expect((await store.audit(plan.id)).filter(({ what }) => what === 'round-opened')).toHaveLength(1);
  });
});

/** Its period has begun, or fewer working days than its lead lie between the day and that. */
function hasBegun(milestone: PlanMilestone, day: string): boolean {
  const { from } = periodOf(milestone.period);
  let between = 0;
  for (let each = shifted(day, 1); each < from; each = shifted(each, 1)) if (isWorkingDay(each)) between++;
  return day >= from || between < milestone.lead;
}

/** Since it might open somebody has worked. */
function hasBeenWorkedOn(milestone: PlanMilestone, day: string): boolean {
  for (let each = day; hasBegun(milestone, each); each = shifted(each, -1))
    if (isWorkingDay(each)) return true;
  return false;
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}
