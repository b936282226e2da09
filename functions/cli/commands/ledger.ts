import { Command } from 'commander';
import { ledgerBookCommand } from './ledgerBook.ts';
import { ledgerExportCommand } from './ledgerExport.ts';
import { ledgerImportCommand } from './ledgerImport.ts';
import { ledgerShowCommand } from './ledgerShow.ts';

/** `ledger import|show|book|export`: the money of a trajectory. */
export function ledgerCommands(user: string): {
  readonly ledger: Command;
  readonly parts: readonly Command[];
} {
  const parts = [
    ledgerImportCommand(user),
    ledgerShowCommand(),
    ledgerBookCommand(user),
    ledgerExportCommand(),
  ];
  const ledger = new Command('ledger')
    .description('het grootboek: boeken, inlezen, bekijken, uitvoeren')
    .exitOverride();
  for (const part of parts) ledger.addCommand(part);
  return { ledger, parts };
}
