import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readDay } from '../../domain/calendar/days.ts';
import { isOutcome } from '../../domain/decision/answer.ts';
import { OUTCOMES } from '../../domain/decision/outcomes.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import { Refusal } from '../../domain/refusal.ts';
import { recordDecision } from '../../operations/recordDecision.ts';
import { connect } from '../cloud.ts';
import { EMBARGO_HELP } from '../embargoHelp.ts';
import { givenText, LONGEST_NOTE } from '../givenText.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

interface DecideOptions extends CommonOptions {
  readonly on: string;
  readonly reference?: string;
  readonly newDate?: string;
  readonly embargo?: string;
  readonly note?: string;
}

export function decideCommand(user: string): Command {
  return new Command('decide')
    .description('legt vast wat een orgaan heeft besloten')
    .argument('<traject>')
    .argument('<ronde>', 'bijvoorbeeld process-proposal.r1')
    .argument('<orgaan>', 'bijvoorbeeld GM0072/college')
    .argument('<uitkomst>', OUTCOMES.join(', '))
    .requiredOption('--on <datum>', 'de datum van het besluit')
    .option('--reference <tekst>', 'het kenmerk van het besluit')
    .option('--new-date <datum>', 'de nieuwe datum, bij deferred (aangehouden)')
    .option('--embargo <datum>', EMBARGO_HELP)
    .option('--note <tekst>', 'een opmerking; blijft bij het besluit bewaard')
    .action(
      async (trajectory: string, round: string, body: string, outcome: string, options: DecideOptions) => {
        if (!isOutcome(outcome)) {
          throw new Refusal(
            'UNKNOWN_OUTCOME',
            `"${outcome}" is geen uitkomst; kies uit: ${OUTCOMES.join(', ')}.`,
          );
        }
        const answer = {
          trajectory,
          round,
          body,
          outcome,
          on: readDay(options.on),
          ...(options.newDate !== undefined && { newDate: readDay(options.newDate) }),
          ...(options.embargo !== undefined && { embargo: readDay(options.embargo) }),
          ...givenText('reference', options.reference, 100),
          ...givenText('note', options.note, LONGEST_NOTE),
        };
        const { store } = await connect(options.stage);
        const { changed } = await recordDecision(store, answer, wallClock(), {
          by: user,
          via: 'command-line',
        });
        print(options.json, { ...answer, changed }, () => [
          changed
            ? `Vastgelegd: ${body} in ronde ${round}: ${OUTCOME_WORD[outcome]} op ${answer.on}.`
            : 'Dit besluit was al vastgelegd; er is niets gewijzigd.',
        ]);
      },
    );
}
