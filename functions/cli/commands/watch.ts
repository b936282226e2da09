import { Command } from 'commander';
import { createDailyWatch } from '../../adapters/dailyWatch.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { momentOf } from '../../domain/calendar/days.ts';
import { notInFuture } from '../../domain/notInFuture.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { watchLines } from '../views/watchLines.ts';

export function watchCommand(): Command {
  return new Command('watch')
    .description('doet de dagelijkse ronde nu (of voor een ander moment) en wacht op de uitkomst')
    .option('--at <tijd>', 'het moment waarvoor (standaard nu)')
    .option('--trajectory <traject>', 'alleen dit traject')
    .action(async (options: CommonOptions & { at?: string; trajectory?: string }) => {
      const at =
        options.at === undefined ? undefined : notInFuture(momentOf(options.at), options.stage, wallClock());
      const { outputs, settings, store } = await connect(options.stage);
      if (options.trajectory !== undefined) await knownTrajectory(store, options.trajectory);
      const days = await createDailyWatch(outputs.WatchArn, settings).run({
        at,
        trajectory: options.trajectory,
      });
      print(options.json, { days }, () => watchLines(days));
    });
}
