import { effectOf, type LedgerEntry } from '../entry.ts';
import { plainAmount } from '../euros.ts';
import { type LedgerSums, type Part, partsOf } from '../sums.ts';
import { TYPE_WORD } from '../wrongOrder.ts';
import { type CsvManner, csvLine, textCell } from './csvText.ts';

/** Columns of the file of one municipality and one year; docs/ledger.md. */
const COLUMNS = [
  'kenmerk',
  'soort',
  'telt_als',
  'datum',
  'jaar',
  'omschrijving',
  'verplichting',
  'corrigeert',
  'mijlpaal',
  'gemeente',
  'aandeel_centen',
  'aandeel',
  'aandeel_btw',
  'aandeel_exclusief_btw',
  'bedrag_boeking',
] as const;
export const exportHeader = (manner: CsvManner) => csvLine(COLUMNS, manner);

/** The line of a municipality's part in an entry. */
export function exportLine(
  entry: LedgerEntry,
  { municipality, cents, vat }: Part,
  manner: CsvManner,
): string {
  const { reference, type, date, year, description, commitment, corrects, milestone, amount } = entry;
  const money = (each: number) => plainAmount(each, manner.dutch);
  return csvLine(
    [
      textCell(reference),
      TYPE_WORD[type],
      TYPE_WORD[effectOf(entry)],
      date,
      String(year),
      textCell(description),
      textCell(commitment ?? ''),
      textCell(corrects?.reference ?? ''),
      textCell(milestone ?? ''),
      municipality,
      String(cents),
      money(cents),
      money(vat),
      money(cents - vat),
      money(amount),
    ],
    manner,
  );
}

export function exportLinesOf(
  entry: LedgerEntry,
  manner: CsvManner,
): { readonly part: Part; readonly line: string }[] {
  return partsOf(entry).map((part) => ({ part, line: exportLine(entry, part, manner) }));
}

/** A file's control totals: what its lines add up to, by what they count as. */
export interface FileTotals {
  readonly file: string;
  readonly municipality: string;
  readonly year: number;
  readonly lines: number;
  readonly sums: LedgerSums;
}

const TOTALS = [
  'bestand',
  'gemeente',
  'jaar',
  'regels',
  'ontvangen',
  'verplicht',
  'vrijgevallen',
  'uitgegeven',
  'btw_uitgegeven',
];

/** Beside the files and not in them: a line with a sum would be booked as if it were an entry. */
export function totalsText(totals: readonly FileTotals[], manner: CsvManner): string {
  const money = (each: number) => plainAmount(each, manner.dutch);
  const lines = totals.map(({ file, municipality, year, lines, sums }) => [
    ...[file, municipality, String(year), String(lines)],
    ...[sums.received, sums.committed, sums.released, sums.spent, sums.vat.spent].map(money),
  ]);
  return [TOTALS, ...lines].map((cells) => csvLine(cells, manner)).join('');
}
