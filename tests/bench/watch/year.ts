import type { Capacity } from '../../../functions/adapters/record/capacity.ts';
import { headOf, type Run, writeSection } from '../figures.ts';
import { euros, PRICES, USD_FOR_A_EURO } from '../prices.ts';

const DAYS = 365;
/** Functions have 256 MB; with that comes 256/1769 of a processor (Lambda developer guide, "Memory"). */
const MEMORY_GB = 256 / 1024;
const SHARE_OF_CPU = 256 / 1769;

/** What one morning was measured to take. */
export interface Morning {
  readonly transitions: number;
  readonly invocations: number;
  /** All of its functions together, each begun cold on this machine, with a whole core. */
  readonly seconds: number;
  readonly capacity: Capacity;
  readonly mails: number;
}

export interface WatchUnits {
  /** Ten open requests, none of them due. */
  readonly quiet: Morning;
  /** Ten open requests, each of which is reminded of. */
  readonly reminding: Morning;
}

type Units = Readonly<Record<keyof typeof PRICES, number>>;

/** Writes what a year of daily watches of one trajectory costs into docs/cost.md, line by line. */
export async function writeYear({ quiet, reminding }: WatchUnits, run: Run): Promise<void> {
  const columns = [quiet, reminding].map(unitsOf);
  const lines = (Object.keys(PRICES) as (keyof Units)[]).map((name) => {
    const cells = columns.map((units) => `${number(units[name])} | ${money(costOf(name, units))}`);
    return `| ${PRICES[name].what} | ${cells.join(' | ')} |`;
  });
  const totals = columns.map((units) =>
    (Object.keys(PRICES) as (keyof Units)[]).reduce((sum, name) => sum + costOf(name, units), 0),
  );
  await writeSection('cost.md', 'watch', [
    headOf(run),
    '',
    '| unit | quiet morning | € a year | reminding morning | € a year if every one were so |',
    '|---|---|---|---|---|',
    ...lines,
    `| **together** | | **${money(totals[0] ?? 0)}** | | **${money(totals[1] ?? 0)}** |`,
  ]);
  await writeSection('cost.md', 'prices', [
    `One euro is ${USD_FOR_A_EURO.rate} US dollars ([European Central Bank](${USD_FOR_A_EURO.source}), ${USD_FOR_A_EURO.on}).`,
    '',
    '| unit | US dollars | region | read on | read in | AWS’s own |',
    '|---|---|---|---|---|---|',
    ...Object.values(PRICES).map(
      ({ what, usd, region, read, source, own }) =>
        `| ${what} | ${usd.toFixed(10).replace(/0+$/, '')} | ${region} | ${read} | ${linked(source)} | ${linked(own)} |`,
    ),
  ]);
}

function unitsOf({ transitions, invocations, seconds, capacity, mails }: Morning): Units {
  return {
    transition: transitions,
    invocation: invocations,
    gigabyteSecond: (seconds * MEMORY_GB) / SHARE_OF_CPU,
    readUnit: capacity.readUnits,
    writeUnit: capacity.writeUnits,
    schedule: 1,
    mail: mails,
  };
}

function costOf(name: keyof Units, units: Units): number {
  return euros(units[name] * PRICES[name].usd * DAYS);
}

function linked(where: string): string {
  return where.startsWith('https:') ? `[${new URL(where).hostname}](${where})` : where;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

function money(value: number): string {
  return value.toFixed(4);
}
