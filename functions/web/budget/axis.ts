/** The ends of a chart's axis and the amounts that are written along it; cents. */
export interface Axis {
  readonly from: number;
  readonly until: number;
  readonly ticks: readonly number[];
}

/** More lines than these are not read. */
const MOST_TICKS = 5;
/** The smallest axis ends at a hundred euro. */
const SMALLEST = 10_000;

/** An axis from or through zero on which all of these fit, in steps of 1, 2 or 5 with zeros. */
export function axisFor(amounts: readonly number[]): Axis {
  const highest = Math.max(SMALLEST, ...amounts);
  const lowest = Math.min(0, ...amounts);
  const step = stepOf((highest - lowest) / (MOST_TICKS - 1));
  const from = Math.floor(lowest / step) * step;
  const until = Math.ceil(highest / step) * step;
  const count = Math.round((until - from) / step);
  return { from, until, ticks: Array.from({ length: count + 1 }, (_each, index) => from + index * step) };
}

function stepOf(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 5].find((each) => each * power >= size) ?? 10);
}
