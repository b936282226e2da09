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

const DOCS = join(import.meta.dirname, '..', '..', 'docs');

export interface Run {
  readonly date: string;
  readonly machine: string;
  readonly command: string;
}

export function printFigures(figures: readonly Figure[]): void {
  const table = new Table({ head: ['', 'figure', 'measured', 'aim', ''], style: { head: [], border: [] } });
  for (const { group, what, measured, aim, met } of figures)
    table.push([group, what, measured, aim, met ? '✓' : '✗']);
  console.log(table.toString());
}

/** Replaces the groups that were measured in docs/bench.md; the others keep their figures and their date. */
export async function writeFigures(figures: readonly Figure[], run: Run): Promise<void> {
  for (const group of new Set(figures.map((figure) => figure.group))) {
    const rows = figures
      .filter((figure) => figure.group === group)
      .map(
        ({ what, measured, aim, met, remark }) =>
          `| ${what} | ${measured} | ${aim} | ${met ? 'met' : 'missed'} | ${remark ?? ''} |`,
      );
    await writeSection('bench.md', group, [
      headOf(run),
      '',
      '| figure | measured | aim | | remark |',
      '|---|---|---|---|---|',
      ...rows,
    ]);
  }
}

/** Replaces what is between the markers of a section of a page in docs/, or adds the section at its end. */
export async function writeSection(page: string, name: string, lines: readonly string[]): Promise<void> {
  const file = join(DOCS, page);
  const text = await readFile(file, 'utf8');
  const section = [`<!-- ${name}: begin -->`, ...lines, `<!-- ${name}: end -->`].join('\n');
  const place = new RegExp(`<!-- ${name}: begin -->[\\s\\S]*<!-- ${name}: end -->`);
  await writeFile(
    file,
    place.test(text) ? text.replace(place, () => section) : `${text.trimEnd()}\n\n## ${name}\n\n${section}\n`,
  );
}

/** When, how and on what a section was measured. */
export function headOf({ date, command, machine }: Run): string {
  return `${date} · \`${command}\` · ${machine}`;
}
