import type { Day } from '../../calendar/days.ts';
import { cellsOf } from '../../importFile/cells.ts';
import { byLine, type FileMistake } from '../../importFile/fileMistake.ts';
import { eachCsvLine } from '../../importFile/readCsv.ts';
import type { Plan } from '../../plan/schema.ts';
import type { BookingOrder, OrderLine } from '../bookingOrder.ts';
import { wrongByItself } from '../wrongOrder.ts';
import { LEDGER_COLUMNS, ledgerColumnOf, REQUIRED_COLUMNS } from './columns.ts';
import { readLedgerLine } from './readLedgerLine.ts';

export type ReadLedger =
  | { readonly lines: readonly OrderLine[] }
  | { readonly mistakes: readonly FileMistake[] };

/**
 * Reads the bookings file of docs/ledger.md for the plan of a trajectory: everything that is wrong with it by itself,
 * each with its line, or its orders in the order of the file. What they say of each other and of the ledger is judged
 * when they are booked. `today`: nothing may be dated later; absent where time is played. Total: never throws.
 */
export function readLedgerCsv(text: string, plan: Plan, today?: Day): ReadLedger {
  const lines: OrderLine[] = [];
  const mistakes: FileMistake[] = [];
  const first = new Map<string, OrderLine>();
  const columns = [...LEDGER_COLUMNS, ...plan.participants.map(({ code }) => code)];
  const unread = eachCsvLine(
    text,
    { columns, required: REQUIRED_COLUMNS, columnOf: ledgerColumnOf },
    (line) => {
      const cells = cellsOf(line);
      const order = readLedgerLine(cells, plan, today);
      const wrong = order && wrongByItself(order, { plan });
      if (wrong) cells.wrong(wrong.message.replace(/\.$/, ''));
      mistakes.push(...cells.mistakes);
      if (!order || wrong) return;
      const read = { line: line.line, order };
      const before = first.get(order.reference);
      if (!before) first.set(order.reference, read);
      else if (!isSame(before.order, order))
        mistakes.push({
          line: line.line,
          problem: `kenmerk ${order.reference} staat met een andere inhoud op regel ${before.line}`,
          remedy: 'geef elke boeking een eigen kenmerk',
        });
      lines.push(read);
    },
  );
  mistakes.push(...unread);
  if (lines.length === 0 && mistakes.length === 0)
    mistakes.push({
      line: 1,
      problem: 'het bestand is leeg',
      remedy: `zet er een kop in met ten minste ${REQUIRED_COLUMNS.join(', ')}, en daaronder een regel per boeking`,
    });
  return mistakes.length > 0 ? { mistakes: byLine(mistakes) } : { lines };
}

function isSame(a: BookingOrder, b: BookingOrder): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
