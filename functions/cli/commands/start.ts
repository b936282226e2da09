import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { momentOf } from '../../domain/calendar/days.ts';
import { notInFuture } from '../../domain/notInFuture.ts';
import { startTrajectory } from '../../operations/startTrajectory.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { readHistoryFile } from '../readHistoryFile.ts';
import { readPlanFile } from '../readPlanFile.ts';

export function startCommand(user: string): Command {
  return new Command('start')
    .description('controleert een plan en start het traject; nog eens verandert niets')
    .argument('<plan.yaml>', 'het planbestand')
    .option('--at <tijd>', 'het moment van starten (standaard nu)')
    .option(
      '--history <bestand.csv>',
      'wat er al gebeurd is: besluiten en afgeronde mijlpalen, zonder bericht vastgelegd',
    )
    .action(async (file: string, options: CommonOptions & { at?: string; history?: string }) => {
      const now = wallClock();
      const at = options.at === undefined ? now : notInFuture(momentOf(options.at), options.stage, now);
      const plan = readPlanFile(file, readFileSync, options.json);
      const past = options.history ? readHistoryFile(options.history, plan, at, options.json) : undefined;
      const { store } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await startTrajectory(store, plan, plan.id, 'real', at, by, past);
      print(options.json, { trajectory: plan.id, changed }, () => [
        changed
          ? `Traject ${plan.id} is gestart: ${plan.title}.`
          : `Traject ${plan.id} liep al met dit plan; er is niets gewijzigd.`,
      ]);
    });
}
