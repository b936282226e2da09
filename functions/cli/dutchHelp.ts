import { type Command, Help, type HelpConfiguration } from 'commander';

const TITLE: Readonly<Record<string, string>> = {
  'Usage:': 'Gebruik:',
  'Arguments:': 'Argumenten:',
  'Options:': 'Opties:',
  'Commands:': 'Opdrachten:',
};
const standard = new Help();

/** Commander writes its help in English and has no setting for another language. */
const DUTCH_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLE[title] ?? title,
  commandUsage: (command) => translated(standard.commandUsage(command)),
  subcommandTerm: (command) => translated(standard.subcommandTerm(command)),
  optionDescription: ({ description, defaultValue }) =>
    defaultValue === undefined ? description : `${description} (standaard: ${defaultValue})`,
};

export function withDutchHelp(command: Command): Command {
  return command
    .configureOutput({ outputError: (text, write) => write(dutchError(text)) })
    .configureHelp(DUTCH_HELP)
    .helpOption('-h, --help', 'toont deze uitleg');
}

function translated(usage: string): string {
  return usage.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
}

/** What commander says of wrong usage, in the words of its own messages. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/, "fout: argument '$1' ontbreekt"],
  [/^error: required option '(.+)' not specified/, "fout: optie '$1' is verplicht"],
  [/^error: option '(.+)' argument missing/, "fout: optie '$1' heeft een waarde nodig"],
  [/^error: unknown option '(.+)'/, "fout: onbekende optie '$1'"],
  [/^error: unknown command '(.+)'/, "fout: onbekende opdracht '$1'"],
  [/^error: too many arguments.*/, 'fout: te veel argumenten'],
  [/\(Did you mean (.+)\?\)/, '(Bedoelde u $1?)'],
];

function dutchError(text: string): string {
  return ERRORS.reduce((told, [pattern, dutch]) => told.replace(pattern, dutch), text);
}
