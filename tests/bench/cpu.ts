import { readdir, readFile } from 'node:fs/promises';

const TICKS_A_SECOND = 100;

/** CPU seconds of all processes below this one so far (Linux): the local cloud and its functions' workers. */
export async function descendantsCpuSeconds(): Promise<number> {
  const processes = new Map<number, { parent: number; ticks: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^[0-9]+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields) continue;
    // Fields 4 (ppid), 14 to 17 (own time and that of ended children) of proc(5), counted from the third.
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    processes.set(Number(name), { parent: Number(fields[1]), ticks });
  }
  const below = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && parent > 0 && (parent === process.pid || below(parent));
  };
  return (
    [...processes].filter(([pid]) => below(pid)).reduce((sum, [, { ticks }]) => sum + ticks, 0) /
    TICKS_A_SECOND
  );
}
