import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { momentOf } from '../../domain/calendar/days.ts';
import { startTrajectory } from '../../operations/startTrajectory.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { readPlanFile } from '../readPlanFile.ts';

export function startCommand(user: string): Command {
  return new Command('start')
    .description('controleert een plan en start het traject; nog eens verandert niets')
    .argument('<plan.yaml>', 'het planbestand')
    .option('--at <tijd>', 'het moment van starten (standaard nu)')
    .action(async (file: string, options: CommonOptions & { at?: string }) => {
      const at = options.at === undefined ? wallClock() : momentOf(options.at);
      const plan = readPlanFile(file, readFileSync, options.json);
      const { store } = await connect(options.stage);
      const { changed } = await startTrajectory(store, plan, plan.id, 'real', at, {
        by: user,
        via: 'command-line',
      });
      print(options.json, { trajectory: plan.id, changed }, () => [
        changed
          ? `Traject ${plan.id} is gestart: ${plan.title}.`
          : `Traject ${plan.id} liep al met dit plan; er is niets gewijzigd.`,
      ]);
    });
}
