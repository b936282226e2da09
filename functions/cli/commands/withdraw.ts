import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { withdrawRound } from '../../operations/withdrawRound.ts';
import { connect } from '../cloud.ts';
import { LONGEST_NOTE, requiredText } from '../givenText.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

export function withdrawCommand(user: string): Command {
  return new Command('withdraw')
    .description('trekt een ronde in: sluit haar open verzoeken en bericht de organen')
    .argument('<traject>')
    .argument('<ronde>')
    .requiredOption('--reason <tekst>', 'waarom; staat in het bericht en het logboek')
    .action(async (trajectory: string, round: string, options: CommonOptions & { reason: string }) => {
      const reason = requiredText('reason', options.reason, LONGEST_NOTE);
      const { store } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await withdrawRound(store, trajectory, round, reason, wallClock(), by);
      print(options.json, { trajectory, round, changed }, () => [
        changed
          ? `Ronde ${round} is ingetrokken; een nieuwe ronde opent u met: besluitketen revise ${trajectory} ${round}.`
          : `Ronde ${round} was al ingetrokken; er is niets gewijzigd.`,
      ]);
    });
}
