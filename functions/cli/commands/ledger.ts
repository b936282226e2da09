import { Command } from 'commander';
import { ledgerImportCommand } from './ledgerImport.ts';

/** `ledger import|…`: the money of a trajectory. */
export function ledgerCommands(user: string): {
  readonly ledger: Command;
  readonly parts: readonly Command[];
} {
  const parts = [ledgerImportCommand(user)];
  const ledger = new Command('ledger')
    .description('het grootboek: boeken, inlezen, bekijken, uitvoeren')
    .exitOverride();
  for (const part of parts) ledger.addCommand(part);
  return { ledger, parts };
}
