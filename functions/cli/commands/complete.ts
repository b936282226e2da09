import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { completeMilestone } from '../../operations/completeMilestone.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

export function completeCommand(user: string): Command {
  return new Command('complete')
    .description('meldt een taak, sessie of consultatie af')
    .argument('<traject>')
    .argument('<mijlpaal>')
    .requiredOption('--on <datum>', 'de dag waarop zij klaar was')
    .action(async (trajectory: string, milestone: string, options: CommonOptions & { on: string }) => {
      const { store } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await completeMilestone(store, trajectory, milestone, options.on, wallClock(), by);
      print(options.json, { trajectory, milestone, on: options.on, changed }, () => [
        changed
          ? `Mijlpaal ${milestone} is afgerond op ${options.on}.`
          : `Mijlpaal ${milestone} was al afgerond op ${options.on}; er is niets gewijzigd.`,
      ]);
    });
}
