import { Command, Option } from 'commander';
import { agendaCommand } from './commands/agenda.ts';
import { calendarCommands } from './commands/calendar.ts';
import { completeCommand } from './commands/complete.ts';
import { contactsCommands } from './commands/contacts.ts';
import { correctCommand } from './commands/correct.ts';
import { deadLettersCommands } from './commands/deadLetters.ts';
import { decideCommand } from './commands/decide.ts';
import { dossierCommand } from './commands/dossier.ts';
import { flagsCommand } from './commands/flags.ts';
import { ledgerCommands } from './commands/ledger.ts';
import { mailCommands } from './commands/mail.ts';
import { memoCommands } from './commands/memo.ts';
import { publishCommand } from './commands/publish.ts';
import { replanCommand } from './commands/replan.ts';
import { resumeCommand } from './commands/resume.ts';
import { reviseCommand } from './commands/revise.ts';
import { rolesCommands } from './commands/roles.ts';
import { simulateCommand } from './commands/simulate.ts';
import { sourcesCommands } from './commands/sources.ts';
import { startCommand } from './commands/start.ts';
import { statusCommand } from './commands/status.ts';
import { triageCommands } from './commands/triage.ts';
import { watchCommand } from './commands/watch.ts';
import { withdrawCommand } from './commands/withdraw.ts';
import { withDutchHelp } from './dutchHelp.ts';

/** What every command takes. */
export interface CommonOptions {
  readonly stage: string;
  readonly json?: boolean;
}

/** The command line of docs and contract; `user` is written down as who did it. */
export function buildProgram(user: string): Command {
  const program = withDutchHelp(new Command('besluitketen'))
    .description('Voert een gezamenlijk besluitvormingstraject van gemeenten uit: colleges, RAC en raden.')
    .exitOverride()
    .helpCommand('help [opdracht]', 'legt een opdracht uit')
    .addHelpText(
      'after',
      '\nOrganen schrijf je als GM1900/college, GM1900/council of rac; ronden als process-proposal.r1.\nTijden zijn ISO 8601; een kale datum is die dag in Nederland.\nUitgangscodes: 0 gedaan, 1 geweigerd (CODE: zin op standard error, niets gewijzigd), 2 verkeerd gebruik.',
    );
  const { mail, parts } = mailCommands(user);
  const { calendar, parts: calendarParts } = calendarCommands(user);
  const { contacts, parts: contactsParts } = contactsCommands(user);
  const { ledger, parts: ledgerParts } = ledgerCommands(user);
  const { sources, parts: sourcesParts } = sourcesCommands(user);
  const { triage, parts: triageParts } = triageCommands(user);
  const { deadLetters, parts: deadLettersParts } = deadLettersCommands();
  const { memo, parts: memoParts } = memoCommands(user);
  const { roles, parts: rolesParts } = rolesCommands(user);
  const commands = [
    startCommand(user),
    statusCommand(),
    decideCommand(user),
    reviseCommand(user),
    correctCommand(user),
    withdrawCommand(user),
    completeCommand(user),
    agendaCommand(),
    publishCommand(user),
    watchCommand(),
    flagsCommand(),
    dossierCommand(),
    replanCommand(user),
    resumeCommand(user),
    simulateCommand(),
  ];
  const intakeParts = [...sourcesParts, ...triageParts, ...deadLettersParts, ...rolesParts];
  for (const command of [
    ...commands,
    ...parts,
    ...calendarParts,
    ...contactsParts,
    ...ledgerParts,
    ...memoParts,
    ...intakeParts,
  ]) {
    withDutchHelp(command)
      .exitOverride()
      .addOption(new Option('--stage <naam>', 'de omgeving').default('local'))
      .option('--json', 'één JSON-document op standard output, verder niets');
  }
  for (const command of [
    ...commands,
    ...[mail, calendar, contacts, ledger, memo, sources, triage, deadLetters, roles].map(withDutchHelp),
  ])
    program.addCommand(command);
  return program;
}
