import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlanFile } from '../../functions/cli/readPlanFile.ts';
import { auditEntry } from '../../functions/domain/audit.ts';
import type { AuditEntry } from '../../functions/domain/trajectory.ts';
import { completionsFrom } from '../../infra/local/demo/completions.ts';
import { happenedPerDay } from '../../infra/local/demo/happenings.ts';
import { untilDay } from '../../infra/local/demo/steps.ts';
import { examplePlan } from './exampleRecord.ts';
import { flagOf } from './portalRecord.ts';

const plan = examplePlan();
const visietraject = readPlanFile('workflows/plans/visietraject.yaml', readFileSync, false);
const nothing = { plan, audit: [], requests: [], flags: [] };

function entry(what: AuditEntry['what'], subject: string, at: string, details: AuditEntry['details'] = {}) {
  return auditEntry({ trajectory: plan.id, at, what, subject, by: 'x', via: 'x', details });
}
const textsOf = (record: Parameters<typeof happenedPerDay>[0]) =>
  happenedPerDay(record).map(({ day, happenings }) => [day, happenings.map(({ text }) => text)]);

describe('what happened', () => {
  test('of a trajectory of which nothing is known yet is nothing', () => {
    expect(happenedPerDay(nothing)).toEqual([]);
  });

  test('is told the last day first, each day in its order, by the days of Amsterdam', () => {
    const audit = [
      entry('decided', 'main.r1 GM0001/college', '2026-02-03T23:30:00.000Z', { outcome: 'adopted' }),
      entry('completed', 'prepare', '2026-02-03T09:00:00.000Z'),
      entry('started', plan.id, '2026-02-03T08:00:00.000Z'),
    ];
    const told = textsOf({ ...nothing, audit });
    expect(told.map(([day]) => day)).toEqual(['2026-02-04', '2026-02-03']);
    expect(told[0]![1]![0]).toMatch(/^College .*: aangenomen, over .*, ronde 1\.$/);
    expect(told[1]![1]![0]).toBe('Het traject is gestart.');
    expect(told[1]![1]![1]).toMatch(/^Afgerond: /);
  });

  test('says who was asked in one line, and not who was not', () => {
    const askedAt = '2026-02-02T09:00:00.000Z';
    const requests = [
      { round: 'main.r1', body: 'GM0001/college', askedAt },
      { round: 'main.r1', body: 'GM0002/college', askedAt },
      { round: 'main.r1', body: 'GM0001/council' },
    ];
    const [[, texts] = []] = textsOf({ ...nothing, requests });
    expect(texts).toHaveLength(1);
    expect(texts![0]).toMatch(/^Gevraagd over .*, ronde 1: College .*, College .*\.$/);
  });

  test('tells a flag when it is raised and when it is solved', () => {
    const flag = flagOf({ subject: 'main.r1', resolvedAt: '2026-01-22T06:00:00.000Z' });
    const told = textsOf({ ...nothing, flags: [flag] });
    expect(told[0]![1]![0]).toMatch(/^Signaal opgelost: ronde staat stil/);
    expect(told[1]![1]![0]).toMatch(/^Signaal: ronde staat stil/);
  });

  test('tells a flag of several bodies once, and what led to the other first', () => {
    const at = '2026-02-03T09:00:00.000Z';
    const audit = [
      entry('stage-passed', 'main.r1', at, { stage: 0, verdict: 'agreed', on: '2026-02-03' }),
      entry('decided', 'main.r1 GM0001/college', at, { outcome: 'adopted' }),
    ];
    const flags = ['GM0002/college', 'GM0001/college'].map((body) =>
      flagOf({ flag: 'approaching', subject: `main.r1 ${body}`, body, raisedAt: at }),
    );
    const [[, texts] = []] = textsOf({ ...nothing, audit, flags });
    expect(texts).toHaveLength(3);
    expect(texts![0]).toContain('aangenomen');
    expect(texts![1]).toContain('akkoord; het voorstel gaat naar de volgende stap');
    expect(texts![2]).toMatch(/^Signaal: termijn nadert, .*, ronde 1: College .*, College .*\.$/);
  });

  test('of a third round, a postponement, silence and what no plan knows is told as well', () => {
    const audit = [
      entry('round-divided', 'main.r3', '2026-02-01T09:00:00.000Z', {
        stage: 0,
        verdict: 'divided',
        on: '2026-02-01',
      }),
      entry('deferred', 'main.r3 GM0001/college', '2026-02-02T09:00:00.000Z', { newDate: '2026-03-03' }),
      { ...entry('decided', 'main.r3 rac', '2026-02-03T09:00:00.000Z', { outcome: 'noted' }), via: 'watch' },
      entry('completed', 'gone', '2026-02-04T09:00:00.000Z'),
    ];
    const [four, three, two, one] = textsOf({ ...nothing, audit }).map(([, texts]) => texts![0]);
    expect(one).toMatch(/verdeeld over .*ronde 3/);
    expect(two).toMatch(/tot 3 maart 2026/);
    expect(three).toMatch(/kennisgenomen \(door stilte\)/);
    expect(four).toBe('Afgerond: gone.');
  });
});

describe('a step', () => {
  const ahead = (events: string[], dueDays: string[] = []) => ({
    events: events.map((day) => ({ day })),
    dueDays,
  });
  test.each([
    ['dag', ahead([]), '2026-01-01'],
    ['week', ahead(['2026-01-03']), '2026-01-07'],
    ['gebeurtenis', ahead(['2026-02-10', '2026-01-20']), '2026-01-20'],
    // What lies behind is done at once; it is no event to go to.
    ['gebeurtenis', ahead(['2025-12-01', '2026-01-20']), '2026-01-20'],
    // Nobody answers by itself: the day by which they must is the next that matters, and then each week.
    ['gebeurtenis', ahead(['2026-06-01'], ['2026-01-16']), '2026-01-16'],
    ['gebeurtenis', ahead(['2026-06-01'], ['2025-12-31']), '2026-01-07'],
    ['gebeurtenis', ahead([]), '2026-01-07'],
  ] as const)('of a %s goes %j to %s', (step, given, until) => {
    expect(untilDay(step, '2025-12-31', given)).toBe(until);
  });
});

describe('the work of the visietraject', () => {
  const onOf = (milestone: string, today: string, rows: { id: string; openedAt?: string }[] = []) =>
    completionsFrom(today, rows).find((each) => each.milestone === milestone)?.on;

  test('is done in the order in which it waits, and only work that the plan has', () => {
    const days = completionsFrom('2025-12-01', []).map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    const ids = completionsFrom('2025-12-01', []).map(({ milestone }) => milestone);
    expect(ids.filter((id) => !visietraject.milestones.some((each) => each.id === id))).toEqual([]);
  });

  test('is never done before it has begun, however late the answers came', () => {
    expect(
      onOf('start-phase-2', '2026-04-01', [{ id: 'start-phase-2', openedAt: '2026-05-01T08:00:00.000Z' }]),
    ).toBe('2026-06-01');
    const late = [{ id: 'start-phase-2', openedAt: '2026-09-01T08:00:00.000Z' }];
    expect(onOf('start-phase-2', '2026-09-10', late)).toBe('2026-09-15');
    expect(onOf('start-phase-2', '2026-09-10')).toBe('2026-09-24');
  });
});
