/** A phone has room for so many years under a chart. */
const MOST_LABELS = 6;

/** The years that are written under a chart's columns: all of them, or one in so many. */
export function yearLabels(years: readonly number[]): (string | undefined)[] {
  const each = Math.ceil(years.length / MOST_LABELS);
  return years.map((year, index) => (index % each === 0 ? String(year) : undefined));
}

/** Of quarters: a year is written under its second quarter, which is nearly its middle. */
export function quarterLabels(quarters: readonly string[]): (string | undefined)[] {
  const each = Math.ceil(quarters.length / 4 / MOST_LABELS);
  let seen = -1;
  return quarters.map((quarter) => {
    if (!quarter.endsWith('Q2')) return undefined;
    seen++;
    return seen % each === 0 ? quarter.slice(0, 4) : undefined;
  });
}
