import { Command } from 'commander';
import { wallClock } from '../../adapters/wallClock.ts';
import { cellsOf } from '../../domain/importFile/cells.ts';
import type { BookingOrder } from '../../domain/ledger/bookingOrder.ts';
import { readLedgerLine } from '../../domain/ledger/csv/readLedgerLine.ts';
import { ENTRY_TYPES } from '../../domain/ledger/entry.ts';
import { euros } from '../../domain/ledger/euros.ts';
import { TYPE_WORD } from '../../domain/ledger/wrongOrder.ts';
import type { Plan } from '../../domain/plan/schema.ts';
import { Refusal } from '../../domain/refusal.ts';
import { todayOf } from '../../domain/todayOf.ts';
import { bookEntry } from '../../operations/ledger/bookEntry.ts';
import { knownTrajectory } from '../../operations/lookUp.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';

interface Given {
  readonly type?: string;
  readonly reference?: string;
  readonly amount?: string;
  readonly vat?: string;
  readonly date?: string;
  readonly year?: string;
  readonly description?: string;
  readonly commitment?: string;
  readonly corrects?: string;
  readonly milestone?: string;
  readonly until?: string;
  readonly shares?: string;
}

/** The option that says what a column of a bookings file says; a booking is read as a line of it. */
const OPTION: Readonly<Record<string, keyof Given>> = {
  soort: 'type',
  kenmerk: 'reference',
  bedrag: 'amount',
  btw: 'vat',
  datum: 'date',
  jaar: 'year',
  omschrijving: 'description',
  verplichting: 'commitment',
  corrigeert: 'corrects',
  mijlpaal: 'milestone',
  tot: 'until',
  verdeling: 'shares',
};

export function ledgerBookCommand(user: string): Command {
  return new Command('book')
    .description('doet één boeking, naar dezelfde regels als een bestand')
    .argument('<traject>')
    .requiredOption('--type <soort>', ENTRY_TYPES.map((type) => TYPE_WORD[type]).join(', '))
    .requiredOption('--reference <kenmerk>', 'waaraan de boeking wordt herkend')
    .requiredOption('--amount <bedrag>', 'in euro, btw inbegrepen; van een correctie ook met een minteken')
    .requiredOption('--description <tekst>', 'waarvoor')
    .option('--date <datum>', 'van de factuur, het besluit of de betaling (standaard vandaag)')
    .option('--year <jaar>', 'het budgetjaar (standaard dat van de datum)')
    .option('--vat <bedrag>', 'de btw die erin zit')
    .option('--commitment <kenmerk>', 'de verplichting waar een uitgave of vrijval op gaat')
    .option('--corrects <kenmerk>', 'de boeking die een correctie corrigeert')
    .option('--milestone <mijlpaal>', 'de mijlpaal waarvoor')
    .option('--until <datum>', 'van een verplichting: tot wanneer zij naar verwachting wordt betaald')
    .option('--shares <verdeling>', 'ten bate van wie, als "GM1900:2; GM0072:1" of in procenten')
    .action(async (trajectory: string, options: CommonOptions & Given) => {
      const { store, ledger } = await connect(options.stage);
      const at = wallClock();
      const known = await knownTrajectory(store, trajectory);
      const today = todayOf(known, at);
      const order = orderOf({ date: today, ...options }, await store.plan(known));
      if (order.date > today)
        throw new Refusal('DATE_IN_FUTURE', `${order.date} is nog niet geweest; boek het op of na die dag.`);
      const by = { by: user, via: 'command-line' } as const;
      const { entry, changed } = await bookEntry({ store, ledger }, trajectory, order, at, by);
      print(options.json, { changed, entry }, () => [
        changed
          ? `Geboekt: ${TYPE_WORD[entry.type]} ${entry.reference} van ${euros(entry.amount)} in ${entry.year}.`
          : 'Deze boeking was er al; er is niets gewijzigd.',
      ]);
    });
}

/** Refuses INVALID_INPUT with what cannot be read; what may not be booked is the booking's own. */
function orderOf(given: Given, plan: Plan): BookingOrder {
  const cell = (column: string) => {
    const option = OPTION[column];
    return option === undefined ? '' : (given[option] ?? '');
  };
  const cells = cellsOf({ line: 1, cell, cells: {} });
  const order = readLedgerLine(cells, plan, undefined);
  if (order) return order;
  const told = cells.mistakes.map(({ problem, remedy }) => (remedy ? `${problem}; ${remedy}` : problem));
  throw new Refusal('INVALID_INPUT', `De boeking is niet te lezen: ${told.join('. ')}.`);
}
