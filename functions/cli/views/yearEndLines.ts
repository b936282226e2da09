import type { YearEnd, YearEndFigures } from '../../domain/ledger/yearEnd.ts';
import { moneyTable } from './moneyTable.ts';

/** Year-end figures for a person at a terminal; what each is stands in docs/ledger.md. */
export function yearEndLines({ year, total, municipalities }: YearEndFigures): string[] {
  const amounts = (of: YearEnd) =>
    [of.carriedIn, of.received, of.spent, of.carriedOver, of.obligations, of.free] as const;
  const vat = (of: YearEnd) => [of.spent, of.vat, of.spent - of.vat, of.compensated] as const;
  const all = [...municipalities, ['samen', total] as const];
  return [
    `Jaarcijfers ${year}, naar de datum van de boekingen`,
    ...moneyTable(
      [
        'gemeente',
        'meegenomen',
        'ontvangen',
        'uitgegeven',
        'naar volgend jaar',
        'verplicht, niet op de balans',
        'vrij',
      ],
      all.map(([name, of]) => [name, ...amounts(of)]),
    ),
    '',
    'Btw in de uitgaven, en wat het BTW-compensatiefonds daarvan teruggeeft',
    ...moneyTable(
      ['gemeente', 'met btw', 'btw', 'zonder btw', 'uit het fonds'],
      all.map(([name, of]) => [name, ...vat(of)]),
    ),
  ];
}
