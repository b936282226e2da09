import type { Day } from '../../calendar/days.ts';
import type { Cells } from '../../importFile/cells.ts';
import type { Plan } from '../../plan/schema.ts';
import type { BookingOrder } from '../bookingOrder.ts';
import { ENTRY_TYPES, type EntryType, referenceSchema, type Share } from '../entry.ts';
import { euros, writtenAmount } from '../euros.ts';
import { TYPE_WORD } from '../wrongOrder.ts';
import type { LedgerColumn } from './columns.ts';
import { HOW_TO_WRITE_WEIGHTS, writtenWeights } from './writtenWeights.ts';

/** The order of one line of a file or of one command, or undefined when `cells` has mistakes. */
export function readLedgerLine(cells: Cells, plan: Plan, today: Day | undefined): BookingOrder | undefined {
  const type = typeIn(cells);
  const reference = referenceIn(cells, 'kenmerk') ?? '';
  if (cells.text('kenmerk') === '')
    cells.wrong('kenmerk is leeg', 'vul hem in; aan het kenmerk wordt een boeking herkend');
  const amount = amountIn(cells, 'bedrag');
  if (cells.text('bedrag') === '') cells.wrong('bedrag is leeg', 'vul hem in');
  const vat = amountIn(cells, 'btw');
  const currency = cells.text('valuta');
  if (!['', 'EUR', '€'].includes(currency.toUpperCase()))
    cells.wrong(
      `valuta: ${JSON.stringify(currency)} is geen euro`,
      'reken het om en boek het bedrag in euro',
    );
  const date = cells.requiredDay('datum');
  if (date && today && date > today)
    cells.wrong(`datum: ${date} is nog niet geweest`, 'boek het op of na die dag');
  const year = yearIn(cells, date);
  const description = cells.requiredText('omschrijving');
  const commitment = referenceIn(cells, 'verplichting');
  const corrects = referenceIn(cells, 'corrigeert');
  const milestone = cells.text('mijlpaal') || undefined;
  const until = cells.day('tot');
  const split = splitIn(cells, plan, amount);
  if (cells.mistakes.length > 0 || !type || amount === undefined || !date || year === undefined)
    return undefined;
  return {
    type,
    reference,
    amount,
    date,
    year,
    description,
    ...(vat !== undefined && { vat }),
    ...(commitment && { commitment }),
    ...(corrects && { corrects }),
    ...(milestone && { milestone }),
    ...(until && { until }),
    ...split,
  };
}

function typeIn(cells: Cells): EntryType | undefined {
  const written = cells.requiredText('soort');
  const type = ENTRY_TYPES.find((each) => [each, TYPE_WORD[each]].includes(written.toLowerCase()));
  if (written && !type)
    cells.wrong(
      `soort: ${JSON.stringify(written)} is geen soort boeking`,
      `kies uit ${ENTRY_TYPES.map((each) => TYPE_WORD[each]).join(', ')}`,
    );
  return type;
}

function referenceIn(cells: Cells, column: LedgerColumn): string | undefined {
  const written = cells.text(column);
  if (written === '') return undefined;
  const reference = referenceSchema.safeParse(written);
  if (!reference.success)
    cells.wrong(
      `${column}: ${JSON.stringify(written)} is geen kenmerk`,
      'gebruik hoogstens 80 tekens, en geen #',
    );
  return reference.data;
}

function amountIn(cells: Cells, column: string): number | undefined {
  const written = cells.text(column);
  if (written === '') return undefined;
  const amount = writtenAmount(written);
  if ('cents' in amount) return amount.cents;
  cells.wrong(`${column}: ${amount.problem}`, amount.remedy);
  return undefined;
}

function yearIn(cells: Cells, date: Day | undefined): number | undefined {
  const written = cells.text('jaar');
  if (written === '') return date === undefined ? undefined : Number(date.slice(0, 4));
  if (/^[0-9]{4}$/.test(written)) return Number(written);
  cells.wrong(
    `jaar: ${JSON.stringify(written)} is geen jaar`,
    'schrijf het budgetjaar als 2026, of laat het leeg',
  );
  return undefined;
}

/** What the columns of municipalities say is to the cent, what `verdeling` says is a proportion. */
function splitIn(
  cells: Cells,
  { participants }: Plan,
  amount: number | undefined,
): Pick<BookingOrder, 'shares' | 'weights'> {
  const shares: Share[] = participants
    .filter(({ code }) => cells.text(code) !== '')
    .map(({ code }) => ({ municipality: code, cents: amountIn(cells, code) ?? Number.NaN }));
  const written = cells.text('verdeling');
  if (shares.length > 0 && written)
    cells.wrong('de verdeling staat er twee keer: in verdeling en per gemeente', 'laat een van beide leeg');
  if (shares.length > 0) {
    const sum = shares.reduce((total, { cents }) => total + cents, 0);
    if (amount !== undefined && !Number.isNaN(sum) && sum !== amount)
      cells.wrong(
        `de delen van de gemeenten zijn samen ${euros(sum)} en niet ${euros(amount)}`,
        'laat ze tot op de cent optellen, of geef verhoudingen in verdeling',
      );
    return { shares };
  }
  if (!written) return {};
  const read = writtenWeights(written);
  if ('weights' in read) return read;
  cells.wrong(read.problem, HOW_TO_WRITE_WEIGHTS);
  return {};
}
