import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reviseRound } from '../../operations/reviseRound.ts';
import { connect } from '../cloud.ts';
import { givenText, LONGEST_NOTE } from '../givenText.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

export function reviseCommand(user: string): Command {
  return new Command('revise')
    .description('het herziene voorstel van de organisatie na een verdeelde ronde: opent de volgende ronde')
    .argument('<traject>')
    .argument('<ronde>', 'de verdeelde ronde, bijvoorbeeld process-proposal.r1')
    .requiredOption('--note <tekst>', 'wat er herzien is; staat in het nieuwe verzoek')
    .action(async (trajectory: string, round: string, options: CommonOptions & { note: string }) => {
      const { note } = givenText('note', options.note, LONGEST_NOTE);
      if (note === undefined) {
        throw new Refusal(
          'INVALID_INPUT',
          'Vertel met --note wat er herzien is; dat staat in het nieuwe verzoek.',
        );
      }
      const { store } = await connect(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const result = await reviseRound(store, trajectory, round, note, wallClock(), by);
      print(options.json, { trajectory, ...result }, () => [
        result.changed
          ? `Ronde ${result.round} is geopend met het herziene voorstel.`
          : `Ronde ${result.round} was al geopend met deze toelichting; er is niets gewijzigd.`,
      ]);
    });
}
