/** Columns of a bookings file, in the order of docs/ledger.md; besides these one for each municipality of the plan. */
export const LEDGER_COLUMNS = [
  'soort',
  'kenmerk',
  'bedrag',
  'btw',
  'valuta',
  'datum',
  'jaar',
  'omschrijving',
  'verplichting',
  'corrigeert',
  'mijlpaal',
  'tot',
  'verdeling',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export const REQUIRED_COLUMNS: readonly LedgerColumn[] = [
  'soort',
  'kenmerk',
  'bedrag',
  'datum',
  'omschrijving',
];

const ENGLISH: Readonly<Record<string, LedgerColumn>> = {
  type: 'soort',
  reference: 'kenmerk',
  amount: 'bedrag',
  vat: 'btw',
  currency: 'valuta',
  date: 'datum',
  year: 'jaar',
  description: 'omschrijving',
  commitment: 'verplichting',
  corrects: 'corrigeert',
  milestone: 'mijlpaal',
  until: 'tot',
  shares: 'verdeling',
};

/** Capitals do not matter, and the English name of a column is understood too; a code of a municipality is in capitals. */
export function ledgerColumnOf(name: string): string {
  const small = name.toLowerCase();
  return ENGLISH[small] ?? (/^[a-z]{2}[0-9]{4}$/.test(small) ? name.toUpperCase() : small);
}
