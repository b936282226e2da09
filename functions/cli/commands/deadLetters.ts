import { Command } from 'commander';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

const MOST = 100;

/** `dead-letters list|redrive`: messages that were tried in vain for more than a day. */
export function deadLettersCommands(): { readonly deadLetters: Command; readonly parts: readonly Command[] } {
  const list = new Command('list')
    .description('bekijkt ze; er gaat niets weg')
    .action(async (options: CommonOptions) => {
      const { deadLetters } = await connectIntake(options.stage);
      const letters = await deadLetters.look(MOST);
      print(options.json, { deadLetters: letters }, () =>
        letters.length > 0
          ? letters.map(
              ({ id, receivedAt, message }) => `${receivedAt}  ${message?.source ?? 'onbekende bron'}  ${id}`,
            )
          : ['Er zijn geen berichten die niet verwerkt konden worden.'],
      );
    });
  const redrive = new Command('redrive')
    .description('zet ze alle terug in de wachtrij')
    .action(async (options: CommonOptions) => {
      const { deadLetters } = await connectIntake(options.stage);
      const moved = await deadLetters.redrive();
      print(options.json, { moved }, () => [`${moved} berichten staan weer in de wachtrij.`]);
    });
  const parts = [list, redrive];
  const command = new Command('dead-letters')
    .description('berichten die niet verwerkt konden worden')
    .exitOverride();
  for (const part of parts) command.addCommand(part);
  return { deadLetters: command, parts };
}
