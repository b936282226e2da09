import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';

/** One measured figure with its aim and what there is to say about it. */
export interface Figure {
  readonly group: string;
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
  readonly met: boolean;
  readonly remark?: string;
}

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'bench.md');

export function printFigures(figures: readonly Figure[]): void {
  const table = new Table({ head: ['', 'figure', 'measured', 'aim', ''], style: { head: [], border: [] } });
  for (const { group, what, measured, aim, met } of figures)
    table.push([group, what, measured, aim, met ? '✓' : '✗']);
  console.log(table.toString());
}

/** Replaces the groups that were measured in docs/bench.md; the others keep their figures and their date. */
export async function writeFigures(
  figures: readonly Figure[],
  { date, machine, command }: { date: string; machine: string; command: string },
): Promise<void> {
  let text = await readFile(FILE, 'utf8');
  for (const group of new Set(figures.map((figure) => figure.group))) {
    const rows = figures
      .filter((figure) => figure.group === group)
      .map(
        ({ what, measured, aim, met, remark }) =>
          `| ${what} | ${measured} | ${aim} | ${met ? 'met' : 'missed'} | ${remark ?? ''} |`,
      );
    const section = [
      `<!-- ${group}: begin -->`,
      `${date} · \`${command}\` · ${machine}`,
      '',
      '| figure | measured | aim | | remark |',
      '|---|---|---|---|---|',
      ...rows,
      `<!-- ${group}: end -->`,
    ].join('\n');
    const place = new RegExp(`<!-- ${group}: begin -->[\\s\\S]*<!-- ${group}: end -->`);
    text = place.test(text)
      ? text.replace(place, section)
      : `${text.trimEnd()}\n\n## ${group}\n\n${section}\n`;
  }
  await writeFile(FILE, text);
}
