import { Command } from 'commander';
import { listFlags } from '../../operations/listFlags.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { flagLines } from '../views/flagLines.ts';

/** `flags [TRAJECTORY]`: what a person must look at. */
export function flagsCommand(): Command {
  return new Command('flags')
    .description('waar iemand naar moet kijken, met wat eraan te doen is')
    .argument('[traject]', 'alleen dit traject')
    .option('--all', 'ook wat al is opgelost')
    .action(async (trajectory: string | undefined, options: CommonOptions & { all?: boolean }) => {
      const { store } = await connect(options.stage);
      const flags = await listFlags(store, trajectory, options.all ?? false);
      print(options.json, { flags }, () => flagLines(flags));
    });
}
