import { beforeAll, describe, expect, test } from 'vitest';
import { remindersOf, type Simulation, simulated } from './simulated.ts';

let outage: Simulation;
let deferral: Simulation;
beforeAll(async () => {
  [outage, deferral] = await Promise.all([
    simulated('storing-en-klok.yaml'),
    simulated('raad-houdt-aan.yaml'),
  ]);
}, 150_000);

describe('five days without a watch, around the night the clocks change', () => {
  const toldOf = (address: string) =>
    remindersOf(outage)
      .filter(({ to }) => to === address)
      .map(({ day, rung }) => `${day} ${rung}`);

  // Guards: functions/operations/watchDay.ts: `if (!missed)`. The rung of 25 March waited until the 30th.
  test('give one reminder on the first morning after them, and none for each morning that was missed', () => {
    const days = remindersOf(outage).map(({ day }) => day);
    expect(days.filter((day) => day >= '2026-03-25' && day <= '2026-03-29')).toEqual([]);
    expect(toldOf('secretaris@aa.example').filter((told) => told.startsWith('2026-03-3'))).toEqual([
      '2026-03-30 o2',
    ]);
    expect(outage.report.mails).toMatchObject({ onNonWorkingDays: 0, duplicates: 0 });
  });

  test('of a council that is another one since 1 April only the new clerk is asked and reminded', () => {
    const asks = outage.mails.filter(({ reference }) => /^remind-|\/asked$/.test(reference));
    const mailed = asks.flatMap(({ to }) => to);
    expect(mailed).not.toContain('oude-griffier@bee.example');
    expect(mailed).toContain('nieuwe-griffier@bee.example');
    expect(toldOf('nieuwe-griffier@bee.example').length).toBeGreaterThan(0);
  });
});

describe('a council that defers over its recess', () => {
  test('is said the next morning, months ahead, and its flag goes when it has decided', () => {
    const flags = deferral.report.flags.filter(({ subject }) => subject === 'adopted');
    expect(flags).toContainEqual(
      expect.objectContaining({ kind: 'at-risk', raisedOn: '2026-06-19', resolvedOn: expect.any(String) }),
    );
  });

  test('moves what waits for it, and the process goes on to its end', () => {
    expect(deferral.report.milestones.find(({ id }) => id === 'adopted')).toMatchObject({
      status: 'completed',
      completedOn: '2026-09-17',
    });
    expect(deferral.report.finishedOn).not.toBeNull();
  });
});
