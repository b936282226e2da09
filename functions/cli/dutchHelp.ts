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
  return command.configureHelp(DUTCH_HELP).helpOption('-h, --help', 'toont deze uitleg');
}

function translated(usage: string): string {
  return usage.replace('[options]', '[opties]').replace('[command]', '[opdracht]');
}
