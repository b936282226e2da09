import type { Capacity } from '../../../functions/adapters/record/capacity.ts';
import { createTable } from '../../../functions/adapters/record/table.ts';
import type { ClientSettings } from '../../../functions/cli/cloud.ts';
import type { Figure } from '../figures.ts';
import { createBenchTable, seed } from './benchTable.ts';
import { billed } from './billedTable.ts';
import { historyRows } from './historyRows.ts';
import { countingSender, watchMorning } from './inProcess.ts';
import { liveRows } from './liveRows.ts';
import { tenPlan } from './tenPlan.ts';

const SIZES = [0, 10_000, 100_000];
const TRAJECTORY = 'lopend';
/** A rung stands on the first day, none on the others. */
export const MORNINGS = {
  reminding: '2026-02-02T06:30:00.000Z',
  quiet: '2026-02-03T06:30:00.000Z',
  next: '2026-02-04T06:30:00.000Z',
} as const;

export interface Mornings {
  readonly reminding: Capacity;
  readonly quiet: Capacity;
  /** All trajectories that run on the real clock, as the schedule watches them. */
  readonly everybody: Capacity;
}

/** What a morning of a trajectory with ten open requests costs, by how much is closed in the table. */
export async function measureHistory(
  settings: ClientSettings,
): Promise<{ readonly figures: Figure[]; readonly one: Mornings }> {
  const measured: Mornings[] = [];
  const seeding: string[] = [];
  for (const size of SIZES) {
    const name = `history-${size}`;
    await createBenchTable(name, settings);
    const plan = tenPlan(TRAJECTORY, '2026-01');
    const { rows, seconds } = await seed(
      name,
      settings,
      all(liveRows(TRAJECTORY, plan, '2026-02-01'), historyRows(TRAJECTORY, plan, size)),
    );
    seeding.push(`${rows.toLocaleString('en')} rows in ${seconds.toFixed(0)} s`);
    measured.push({
      reminding: await unitsOf(name, settings, MORNINGS.reminding, TRAJECTORY),
      quiet: await unitsOf(name, settings, MORNINGS.quiet, TRAJECTORY),
      everybody: await nextMorning(name, settings),
    });
  }
  const [none] = measured;
  if (!none) throw new RangeError('nothing was measured');
  const figures: Figure[] = [
    flat(
      'read units of a morning that reminds ten colleges',
      measured.map(({ reminding }) => reminding.readUnits),
      `seeded ${seeding.join(', ')}`,
    ),
    flat(
      'read units of a quiet morning',
      measured.map(({ quiet }) => quiet.readUnits),
      `and ${none.quiet.writeUnits} write unit; by the size of what was read, as AWS bills`,
    ),
    flat(
      'read units of a quiet morning of everybody',
      measured.map(({ everybody }) => everybody.readUnits),
      'as the schedule watches: half of the closed requests are of finished trajectories, a hundred each, which the watch of the morning before took off its list',
    ),
  ];
  return { figures, one: none };
}

function* all<T>(...parts: Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}

/** What is finished is found to be so by a watch of all; it is the next one that is counted. */
async function nextMorning(name: string, settings: ClientSettings): Promise<Capacity> {
  await unitsOf(name, settings, MORNINGS.quiet);
  return unitsOf(name, settings, MORNINGS.next);
}

async function unitsOf(name: string, settings: ClientSettings, at: string, only?: string): Promise<Capacity> {
  const table = billed(createTable(name, settings));
  await watchMorning(table, countingSender(), at, only);
  return { ...table.capacity };
}

function flat(what: string, units: readonly number[], remark: string): Figure {
  const ratio = Math.max(...units) / (units[0] ?? Number.NaN);
  return {
    group: 'watch',
    what: `${what}, with ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} closed requests`,
    measured: `${units.join(', ')} (× ${ratio.toFixed(2)})`,
    aim: '≤ × 1.1',
    met: ratio <= 1.1,
    remark,
  };
}
