import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { readScenario } from '../simulate/readScenario.ts';
import { simulate } from '../simulate/simulate.ts';
import { reportLines } from '../views/reportLines.ts';

export function simulateCommand(): Command {
  return new Command('simulate')
    .description(
      'speelt een scenario op de uitgerolde stacks met een eigen klok, en doet verslag (alleen lokaal)',
    )
    .argument('<scenario.yaml>')
    .action(async (file: string, options: CommonOptions) => {
      const script = readScenario(file, options.json);
      const cloud = await connect(options.stage);
      const bar = new SingleBar({
        format: '{bar} {percentage}% · {day} · {value} van {total} dagen',
        stream: process.stderr,
        hideCursor: true,
        clearOnComplete: true,
      });
      // Without a terminal the bar writes nothing.
      bar.start(1, 0, { day: script.scenario.from });
      try {
        const report = await simulate(cloud, script, (day, done, of) => {
          bar.setTotal(of);
          bar.update(done, { day });
        });
        bar.stop();
        print(options.json, report, () => reportLines(report));
      } finally {
        bar.stop();
      }
    });
}
