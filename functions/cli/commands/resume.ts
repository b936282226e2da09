import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { resumeByHand } from '../../operations/resumeByHand.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

export function resumeCommand(user: string): Command {
  return new Command('resume')
    .description('start de uitvoering van een ronde opnieuw als die verloren is gegaan')
    .argument('<traject>')
    .argument('<ronde>')
    .action(async (trajectory: string, round: string, options: CommonOptions) => {
      const { store, chain } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const epoch = await resumeByHand(store, chain, trajectory, round, wallClock(), by);
      print(options.json, { trajectory, round, epoch }, () => [
        `Ronde ${round} is hervat (uitvoering ${epoch}); wie al geantwoord had, wordt niet opnieuw gevraagd.`,
      ]);
    });
}
