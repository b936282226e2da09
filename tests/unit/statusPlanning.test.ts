import { describe, expect, test } from 'vitest';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import { factsBetween } from '../../functions/domain/meetings/factsBetween.ts';
import { readStatus } from '../../functions/operations/readStatus.ts';
import { asked, createClock, LATER, type Running, started } from './exampleRecord.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { bothAsked, REASON, replanTo, twoRounds } from './replanExample.ts';

const COUNCIL: BodyCalendar = {
  body: 'GM0002/council',
  meetings: ['2026-03-24', '2026-04-21', '2026-05-26', '2026-06-30', '2026-09-22'].map((day) => ({ day })),
  recesses: [{ from: '2026-06-20', until: '2026-08-30', name: 'het zomerreces' }],
  facts: [{ day: '2026-03-18', kind: 'election', name: 'Gemeenteraadsverkiezingen' }],
};

async function statusOf(
  { store }: Pick<Running, 'store'>,
  calendars: readonly BodyCalendar[] = [],
  at = LATER,
) {
  const reference = await referenceDataWith({ calendars });
  return readStatus({ store, reference, now: createClock(at).now }, 'voorbeeld');
}

describe('the status of a trajectory', () => {
  test('says by when each body must answer, and by when its papers must be in', async () => {
    const { openRequests } = await statusOf(await asked());
    for (const { dueOn, papersBy } of openRequests) {
      expect(dueOn).toMatch(/^2026-03-/);
      expect(papersBy! < dueOn!).toBe(true);
    }
  });

  test('says why a due day is no other day: a recess', async () => {
    const { milestones } = await statusOf(await asked(), [COUNCIL, { ...COUNCIL, body: 'GM0001/council' }]);
    const adopted = milestones.find(({ id }) => id === 'adopted')!;
    expect(adopted.dueOn).toBe('2026-05-26');
    expect(adopted.moved.map(({ reason }) => reason).join()).toContain('het zomerreces van Raad');
  });

  test('says when a milestone is expected, its slack, and which determine the end', async () => {
    const { milestones, forecast } = await statusOf(await asked(), [COUNCIL]);
    const adopted = milestones.find(({ id }) => id === 'adopted')!;
    expect(forecast.criticalPath.at(-1)).toBe('adopted');
    expect(forecast.finish).toBe(adopted.forecast.expectedOn);
    expect(adopted.forecast).toMatchObject({ critical: true, expectedOn: '2026-03-24' });
    expect(milestones.find(({ id }) => id === 'consult')!.forecast.critical).toBe(false);
  });

  test('says which election lies between asking a council and its answer', async () => {
    const { milestones } = await statusOf(await asked(), [COUNCIL]);
    const facts = Object.fromEntries(milestones.map(({ id, forecast }) => [id, forecast.facts]));
    expect(facts.adopted).toEqual(['Gemeenteraadsverkiezingen op 18 maart 2026 (Raad Bee)']);
    expect(facts.consult).toEqual([]);
  });

  test('says that the plan was replaced, why, and beside each day that it moved', async () => {
    const running = await bothAsked();
    await replanTo(
      running,
      twoRounds(['owner: councils, period: 2026-Q2', 'owner: councils, period: 2026-Q4']),
    );
    const { milestones, replanned } = await statusOf(running);
    expect(replanned).toMatchObject({ version: 2, reason: REASON });
    const adopted = milestones.find(({ id }) => id === 'adopted')!;
    expect(adopted.moved[0]).toMatchObject({ to: adopted.dueOn });
    expect(adopted.moved[0]!.reason).toContain(`herpland: ${REASON.replace(/\.$/, '')}`);
  });

  test('of a simulation is seen from the day it has come to, not from ours', async () => {
    const running = await started(undefined, 'virtual');
    const { today } = await statusOf(running, [], '2031-01-01T09:00:00.000Z');
    expect(today).toBe('2026-01-05');
  });
});

describe('what happens to bodies between two days', () => {
  const bodies = [
    { id: 'GM0001/council', name: 'Raad Aa' },
    { id: 'GM0002/council', name: 'Raad Bee' },
  ];
  const calendars = new Map(bodies.map(({ id }) => [id, { ...COUNCIL, body: id }]));

  test('is said once, with all whom it concerns', () => {
    expect(factsBetween(calendars, bodies, '2026-03-01', '2026-04-01')).toEqual([
      'Gemeenteraadsverkiezingen op 18 maart 2026 (Raad Aa, Raad Bee)',
    ]);
  });

  test.each([
    ['the day itself counts at the end', '2026-03-17', '2026-03-18', 1],
    ['and not at the beginning', '2026-03-18', '2026-04-01', 0],
    ['what comes later is not said', '2026-03-01', '2026-03-17', 0],
  ])('%s', (_rule, from, until, count) => {
    expect(factsBetween(calendars, bodies, from, until)).toHaveLength(count);
  });
});
