import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readStatus } from '../../operations/readStatus.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { statusLines } from '../views/statusLines.ts';

export function statusCommand(): Command {
  return new Command('status')
    .description('mijlpalen, ronden, wie nog moet antwoorden, signalen')
    .argument('[traject]', 'zonder: alle trajecten')
    .action(async (trajectory: string | undefined, options: CommonOptions) => {
      const { store, reference } = await connect(options.stage);
      const sources = { store, reference, now: wallClock };
      if (trajectory !== undefined) {
        const status = await readStatus(sources, trajectory, 'everything');
        print(options.json, status, () => statusLines(status));
        return;
      }
      const ids = await store.allTrajectories('real');
      const all = await Promise.all(ids.map((id) => readStatus(sources, id, 'everything')));
      print(options.json, { trajectories: all }, () =>
        all.length > 0
          ? all.flatMap((status, index) => [...(index > 0 ? [''] : []), ...statusLines(status)])
          : ['Er loopt geen traject. Start er een met: besluitketen start workflows/plans/visietraject.yaml'],
      );
    });
}
