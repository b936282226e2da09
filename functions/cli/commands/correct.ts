import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readDay } from '../../domain/calendar/days.ts';
import type { Correction } from '../../domain/decision/correct.ts';
import { FINAL_OUTCOMES, type FinalOutcome } from '../../domain/decision/outcomes.ts';
import { OUTCOME_WORD } from '../../domain/dutch.ts';
import { Refusal } from '../../domain/refusal.ts';
import { correctDecision } from '../../operations/correctDecision.ts';
import { connect } from '../cloud.ts';
import { EMBARGO_HELP } from '../embargoHelp.ts';
import { givenText, LONGEST_NOTE, requiredText } from '../givenText.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

interface CorrectOptions extends CommonOptions {
  readonly on: string;
  readonly reason: string;
  readonly reference?: string;
  readonly note?: string;
  /** False with `--no-embargo`. */
  readonly embargo?: string | false;
}

export function correctCommand(user: string): Command {
  return new Command('correct')
    .description(
      'vervangt een fout vastgelegd besluit; beide blijven bewaard. Kan tot de stap gewogen is; het embargo ook daarna',
    )
    .argument('<traject>')
    .argument('<ronde>')
    .argument('<orgaan>')
    .argument('<uitkomst>', FINAL_OUTCOMES.join(', '))
    .requiredOption('--on <datum>', 'de juiste datum van het besluit')
    .requiredOption('--reason <tekst>', 'wat er fout was')
    .option('--reference <tekst>', 'het kenmerk van het besluit')
    .option('--note <tekst>', 'een opmerking')
    .option('--embargo <datum>', `${EMBARGO_HELP}; zonder deze optie blijft wat er stond`)
    .option('--no-embargo', 'het antwoord is meteen openbaar')
    .action(
      async (trajectory: string, round: string, body: string, outcome: string, options: CorrectOptions) => {
        const correction = {
          trajectory,
          round,
          body,
          outcome: finalOutcome(outcome),
          on: readDay(options.on),
          reason: requiredText('reason', options.reason, LONGEST_NOTE),
          ...givenText('reference', options.reference, 100),
          ...givenText('note', options.note, LONGEST_NOTE),
          ...embargoIn(options),
        };
        const { store } = await connect(options.stage);
        const result = await correctDecision(store, correction, wallClock(), {
          by: user,
          via: 'command-line',
        });
        print(options.json, { ...correction, result }, () => [SENTENCE[result](correction)]);
      },
    );
}

const SENTENCE = {
  corrected: ({
    body,
    round,
    outcome,
    on,
  }: {
    body: string;
    round: string;
    outcome: FinalOutcome;
    on: string;
  }) =>
    `Gecorrigeerd: ${body} in ronde ${round}: ${OUTCOME_WORD[outcome]} op ${on}. De vorige vastlegging blijft bewaard.`,
  'already-corrected': () => 'Deze correctie was al vastgelegd; er is niets gewijzigd.',
  flagged: ({ round }: { round: string }) =>
    `De stap is al gewogen: het besluit is niet vervangen, er staat een signaal. Ronde ${round} moet over: trek haar in als zij nog loopt en open een nieuwe met revise.`,
} as const;

function embargoIn({ embargo }: CorrectOptions): Pick<Correction, 'embargo'> {
  if (embargo === undefined) return {};
  return { embargo: embargo === false ? 'lifted' : readDay(embargo) };
}

function finalOutcome(text: string): FinalOutcome {
  const found = FINAL_OUTCOMES.find((outcome) => outcome === text);
  if (!found)
    throw new Refusal(
      'UNKNOWN_OUTCOME',
      `"${text}" is geen uitkomst; kies uit: ${FINAL_OUTCOMES.join(', ')}.`,
    );
  return found;
}
