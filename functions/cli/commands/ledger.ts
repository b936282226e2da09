import { Command } from 'commander';
import { ledgerBookCommand } from './ledgerBook.ts';
import { ledgerExportCommand } from './ledgerExport.ts';
import { ledgerImportCommand } from './ledgerImport.ts';
import { ledgerShowCommand } from './ledgerShow.ts';
import { ledgerStatementCommand } from './ledgerStatement.ts';

/** `ledger import|show|book|export|statement`: the money of a trajectory. */
export function ledgerCommands(user: string): {
  readonly ledger: Command;
  readonly parts: readonly Command[];
} {
  const parts = [
    ledgerImportCommand(user),
    ledgerShowCommand(),
    ledgerBookCommand(user),
    ledgerExportCommand(),
    ledgerStatementCommand(user),
  ];
  const ledger = new Command('ledger')
    .description('het grootboek: boeken, inlezen, bekijken, uitvoeren')
    .exitOverride();
  for (const part of parts) ledger.addCommand(part);
  return { ledger, parts };
}
