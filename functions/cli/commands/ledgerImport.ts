import { basename } from 'node:path';
import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import type { Most } from '../../domain/importFile/decodeText.ts';
import { readLedgerCsv } from '../../domain/ledger/csv/readLedgerCsv.ts';
import { importSummary } from '../../domain/ledger/importSummary.ts';
import { todayOf } from '../../domain/todayOf.ts';
import { importLedger, previewImport } from '../../operations/ledger/importLedger.ts';
import { whichTrajectory } from '../../operations/ledger/whichTrajectory.ts';
import { connect } from '../cloud.ts';
import { readTextFile, refuseFile } from '../importFile.ts';
import { ledgerWithProgress } from '../ledgerProgress.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { importLines } from '../views/importLines.ts';

/** A hundred thousand bookings are about 12 MB. */
const A_LEDGER: Most = { bytes: 60_000_000, remedy: 'splits het bestand' };

interface ImportOptions extends CommonOptions {
  readonly trajectory?: string;
  readonly dryRun?: boolean;
}

export function ledgerImportCommand(user: string): Command {
  return new Command('import')
    .description('boekt een bestand van de bank of de financiële administratie, helemaal of niet')
    .argument('<bestand.csv>')
    .option('--trajectory <traject>', 'van welk traject het geld is (standaard het enige dat loopt)')
    .option('--dry-run', 'laat alleen zien wat er geboekt zou worden')
    .action(async (file: string, options: ImportOptions) => {
      const { store, ledger } = await connect(options.stage);
      const trajectory = await whichTrajectory(store, options.trajectory);
      const at = wallClock();
      const text = readTextFile(file, A_LEDGER);
      const plan = await store.plan(trajectory);
      const read = 'mistakes' in text ? text : readLedgerCsv(text.text, plan, todayOf(trajectory, at));
      if ('mistakes' in read) throw refuseFile('LEDGER_INVALID', file, read.mistakes, options.json);
      const { id } = trajectory;
      const by = { by: user, via: 'command-line' } as const;
      const deps = { store, ledger: ledgerWithProgress(ledger) };
      const { free } = await ledger.head(id);
      const dryRun = options.dryRun ?? false;
      const judged = dryRun
        ? await previewImport(deps, id, read.lines, at, by)
        : await importLedger(deps, id, read.lines, basename(file), at, by);
      if ('mistakes' in judged) throw refuseFile('LEDGER_INVALID', file, judged.mistakes, options.json);
      const { free: moved, ...summary } = importSummary(judged.entries);
      const told = {
        trajectory: id,
        dryRun,
        ...summary,
        same: judged.same,
        free: { before: free, after: free + moved },
      };
      print(options.json, told, () => importLines(told));
    });
}
