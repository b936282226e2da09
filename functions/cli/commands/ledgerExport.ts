import { Command } from 'commander';
import { fileStart } from '../../domain/ledger/export/csvText.ts';
import { totalsText } from '../../domain/ledger/export/exportLines.ts';
import { exportLedger } from '../../operations/ledger/exportLedger.ts';
import { connect } from '../cloud.ts';
import { givenYear } from '../givenYear.ts';
import { print } from '../output.ts';
import { partialFiles } from '../partialFiles.ts';
import type { CommonOptions } from '../program.ts';
import { exportTable } from '../views/exportTable.ts';

interface ExportOptions extends CommonOptions {
  readonly municipality: string;
  readonly year: string;
  readonly dutch?: boolean;
  readonly out: string;
}

export function ledgerExportCommand(): Command {
  return new Command('export')
    .description('schrijft per gemeente en per budgetjaar een CSV-bestand voor de financiële administratie')
    .argument('<traject>')
    .option('--municipality <code>', 'van één gemeente, of all', 'all')
    .option('--year <jaar>', 'van één budgetjaar, of all', 'all')
    .option('--dutch', 'puntkomma en decimale komma, zoals een Nederlandse Excel ze leest')
    .option('--out <map>', 'waar de bestanden komen', '.')
    .action(async (trajectory: string, options: ExportOptions) => {
      const { store, ledger } = await connect(options.stage);
      const { municipality, out, dutch = false } = options;
      const files = partialFiles(out, fileStart({ dutch }));
      try {
        const order = {
          trajectory,
          municipality: municipality === 'all' ? undefined : municipality.toUpperCase(),
          year: options.year === 'all' ? undefined : givenYear(options.year),
          dutch,
        };
        const totals = await exportLedger({ store, ledger }, order, files.append);
        files.append(`${trajectory}-controletotalen.csv`, totalsText(totals, { dutch }));
        files.finish();
        print(options.json, { trajectory, folder: out, files: totals }, () => exportTable(totals, out));
      } finally {
        files.discard();
      }
    });
}
