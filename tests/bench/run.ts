import { cpus, totalmem } from 'node:os';
import { measureBundles } from './bundles.ts';
import { measureChain } from './chain.ts';
import { withClone } from './clone.ts';
import { type Figure, printFigures, type Run, writeFigures } from './figures.ts';
import { measureIntake } from './intake.ts';
import { measureLedger } from './ledger/measureLedger.ts';
import { measurePages } from './pages/measurePages.ts';
import { measureReceiver } from './receiver.ts';
import { measureSimulation } from './simulation.ts';
import { measureStart } from './start.ts';
import { measureTests } from './tests.ts';
import { measureWatch } from './watch/measureWatch.ts';
import { writeYear } from './watch/year.ts';

/** `npm run bench [start|simulation|tests|chain|receiver|intake|ledger|pages|bundles|watch …]`: measures in a fresh clone, prints a table and keeps it in docs/bench.md. */
const asked = process.argv.slice(2);
const wanted = (name: string) => asked.length === 0 || asked.includes(name);

const run: Run = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'onbekend'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  command: ['npm run bench', ...asked].join(' '),
};
const figures: Figure[] = [];
if (wanted('chain')) figures.push(...(await measureChain()));
if (wanted('receiver')) figures.push(...(await measureReceiver()));
if (wanted('intake')) figures.push(...(await measureIntake()));
if (wanted('ledger')) figures.push(...(await measureLedger()));
if (wanted('pages')) figures.push(...(await measurePages()));
if (wanted('watch')) {
  const watch = await measureWatch();
  figures.push(...watch.figures);
  await writeYear(watch.units, run);
}
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

printFigures(figures);
await writeFigures(figures, run);
