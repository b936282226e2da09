import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { readBalances, readEntries } from '../../operations/ledger/readBalances.ts';
import { readForecast } from '../../operations/ledger/readForecast.ts';
import { readYearEnd } from '../../operations/ledger/readYearEnd.ts';
import { connect } from '../cloud.ts';
import { givenYear } from '../givenYear.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { balanceLines, entryLines } from '../views/balanceLines.ts';
import { forecastLines } from '../views/forecastLines.ts';
import { yearEndLines } from '../views/yearEndLines.ts';

interface ShowOptions extends CommonOptions {
  readonly year?: string;
  readonly entries?: boolean;
  readonly yearEnd?: string;
  readonly forecast?: boolean;
}

export function ledgerShowCommand(): Command {
  return new Command('show')
    .description('wat er is ontvangen, verplicht, uitgegeven en vrij, per jaar, gemeente en mijlpaal')
    .argument('<traject>')
    .option('--year <jaar>', 'alleen het geld van dit budgetjaar')
    .option('--entries', 'met elke boeking')
    .option('--year-end <jaar>', 'de cijfers voor de jaarrekening van dit jaar, met de btw')
    .option('--forecast', 'het verloop per kwartaal tot en met het laatste jaar, met wat wordt verwacht')
    .action(async (trajectory: string, options: ShowOptions) => {
      const { store, ledger } = await connect(options.stage);
      if (options.yearEnd !== undefined) {
        const figures = await readYearEnd({ store, ledger }, trajectory, givenYear(options.yearEnd));
        const municipalities = Object.fromEntries(figures.municipalities);
        print(options.json, { trajectory, ...figures, municipalities }, () => yearEndLines(figures));
        return;
      }
      if (options.forecast) {
        const view = await readForecast({ store, ledger }, trajectory, wallClock());
        print(options.json, view, () => forecastLines(view));
        return;
      }
      const year = options.year === undefined ? undefined : givenYear(options.year);
      const balances = await readBalances({ store, ledger }, trajectory, year);
      const entries = options.entries ? await readEntries(ledger, trajectory, year) : undefined;
      print(options.json, { ...balances, ...(entries && { entries }) }, () => [
        ...balanceLines(balances),
        ...(entries ? ['', ...entryLines(entries)] : []),
      ]);
    });
}
