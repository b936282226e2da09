import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readDay } from '../../domain/calendar/days.ts';
import { isOutcome } from '../../domain/decision/answer.ts';
import { OUTCOMES } from '../../domain/decision/outcomes.ts';
import { Refusal } from '../../domain/refusal.ts';
import { acceptItem } from '../../operations/intake/acceptItem.ts';
import { dismissItem } from '../../operations/intake/dismissItem.ts';
import { knownItem } from '../../operations/intake/openItem.ts';
import { EMBARGO_HELP } from '../embargoHelp.ts';
import { givenText, LONGEST_NOTE, requiredText } from '../givenText.ts';
import { connectIntake } from '../intakeCloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { itemLines, itemTable } from '../views/itemLines.ts';

interface AcceptOptions extends CommonOptions {
  readonly trajectory?: string;
  readonly round?: string;
  readonly body?: string;
  readonly outcome?: string;
  readonly on?: string;
  readonly newDate?: string;
  readonly embargo?: string;
  readonly reference?: string;
  readonly note?: string;
}

/** `triage list|show|accept|dismiss`: what came in and waits for a person. */
export function triageCommands(user: string): {
  readonly triage: Command;
  readonly parts: readonly Command[];
} {
  const parts = [list(), show(), accept(user), dismiss(user)];
  const triage = new Command('triage').description('berichten die op een mens wachten').exitOverride();
  parts.forEach((part, index) => {
    triage.addCommand(part, { isDefault: index === 0 });
  });
  return { triage, parts };
}

function list(): Command {
  return new Command('list')
    .description('alles wat wacht, het oudste eerst')
    .action(async (options: CommonOptions) => {
      const { items } = await connectIntake(options.stage);
      const open = (await items.openItems()).map(({ content: _content, ...item }) => item);
      print(options.json, { items: open }, () => itemTable(open));
    });
}

function show(): Command {
  return new Command('show')
    .description('één bericht, zoals het binnenkwam')
    .argument('<id>')
    .action(async (id: string, options: CommonOptions) => {
      const { items } = await connectIntake(options.stage);
      const item = await knownItem(items, id);
      print(options.json, item, () => itemLines(item));
    });
}

function accept(user: string): Command {
  return new Command('accept')
    .description('legt vast wat het bericht zegt; wat ontbreekt geeft u erbij op')
    .argument('<id>')
    .option('--trajectory <traject>')
    .option('--round <ronde>')
    .option('--body <orgaan>')
    .option('--outcome <uitkomst>', OUTCOMES.join(', '))
    .option('--on <datum>')
    .option('--new-date <datum>', 'bij deferred (aangehouden)')
    .option('--embargo <datum>', EMBARGO_HELP)
    .option('--reference <tekst>')
    .option('--note <tekst>')
    .action(async (id: string, options: AcceptOptions) => {
      const { outcome, on, newDate, embargo, trajectory, round, body } = options;
      if (outcome !== undefined && !isOutcome(outcome))
        throw new Refusal(
          'UNKNOWN_OUTCOME',
          `"${outcome}" is geen uitkomst; kies uit: ${OUTCOMES.join(', ')}.`,
        );
      const completed = {
        trajectory,
        round,
        body,
        outcome,
        ...(on !== undefined && { on: readDay(on) }),
        ...(newDate !== undefined && { newDate: readDay(newDate) }),
        ...(embargo !== undefined && { embargo: readDay(embargo) }),
        ...givenText('reference', options.reference, 100),
        ...givenText('note', options.note, LONGEST_NOTE),
      };
      const cloud = await connectIntake(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { answer, changed } = await acceptItem(cloud, id, completed, wallClock(), by);
      print(options.json, { id, ...answer, changed }, () => [
        `${changed ? 'Vastgelegd' : 'Stond al zo vast'}: ${answer.body} in ronde ${answer.round}; bericht ${id} is afgehandeld.`,
      ]);
    });
}

function dismiss(user: string): Command {
  return new Command('dismiss')
    .description('handelt een bericht af dat niet over ons gaat; het blijft na te lezen')
    .argument('<id>')
    .requiredOption('--reason <tekst>', 'waarom')
    .action(async (id: string, options: CommonOptions & { reason: string }) => {
      const reason = requiredText('reason', options.reason, 500);
      const { items } = await connectIntake(options.stage);
      await dismissItem(items, id, reason, wallClock(), { by: user, via: 'command-line' });
      print(options.json, { id, dismissed: true }, () => [`Bericht ${id} is afgehandeld zonder besluit.`]);
    });
}
