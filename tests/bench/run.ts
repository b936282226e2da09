import { cpus, totalmem } from 'node:os';
import { measureBundles } from './bundles.ts';
import { measureChain } from './chain.ts';
import { withClone } from './clone.ts';
import { type Figure, printFigures, writeFigures } from './figures.ts';
import { measureIntake } from './intake.ts';
import { measureSimulation } from './simulation.ts';
import { measureStart } from './start.ts';
import { measureTests } from './tests.ts';

/** `npm run bench [start|simulation|tests|chain|intake|bundles …]`: measures in a fresh clone, prints a table and keeps it in docs/bench.md. */
const asked = process.argv.slice(2);
const wanted = (name: string) => asked.length === 0 || asked.includes(name);

const figures: Figure[] = [];
if (wanted('chain')) figures.push(...(await measureChain()));
if (wanted('intake')) figures.push(...(await measureIntake()));
if (wanted('bundles')) figures.push(...(await measureBundles()));
if (['start', 'simulation', 'tests'].some(wanted)) figures.push(...(await measureInClone()));

function measureInClone(): Promise<Figure[]> {
  return withClone(async (clone) => {
    const found: Figure[] = [];
    if (wanted('start') || wanted('simulation')) {
      const { figures: starting, running } = await measureStart(clone);
      found.push(...starting);
      if (wanted('simulation')) found.push(...(await measureSimulation(clone, running.environment)));
      await running.stop();
    }
    if (wanted('tests')) found.push(...(await measureTests(clone)));
    return found;
  });
}

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'onbekend'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
printFigures(figures);
await writeFigures(figures, {
  date: new Date().toISOString().slice(0, 10),
  machine,
  command: ['npm run bench', ...asked].join(' '),
});
