import Table from 'cli-table3';
import type { YearBalance } from '../../domain/ledger/balances.ts';
import type { LedgerEntry } from '../../domain/ledger/entry.ts';
import { euros } from '../../domain/ledger/euros.ts';
import { TYPE_WORD } from '../../domain/ledger/wrongOrder.ts';
import type { Balances } from '../../operations/ledger/readBalances.ts';
import { moneyTable } from './moneyTable.ts';

const amountsOf = ({ received, committed, spent, open, free }: YearBalance) =>
  [received, committed, spent, open, free] as const;

/** The ledger for a person at a terminal. */
export function balanceLines({
  title,
  trajectory,
  year,
  years,
  total,
  municipalities,
  milestones,
}: Balances): string[] {
  if (years.length === 0)
    return [
      year === null
        ? `Op ${trajectory} is nog niets geboekt; lees boekingen in met: besluitketen ledger import BESTAND.csv --trajectory ${trajectory}`
        : `Op ${trajectory} is in ${year} nog niets geboekt.`,
    ];
  return [
    `${title} (${trajectory})`,
    ...moneyTable(
      ['jaar', 'ontvangen', 'verplicht', 'uitgegeven', 'staat open', 'vrij'],
      [
        ...years.map((each) => [String(each.year), ...amountsOf(each)] as const),
        ...(years.length > 1 ? [['samen', ...amountsOf(total)] as const] : []),
      ],
    ),
    '',
    'Ten bate van',
    ...moneyTable(
      ['gemeente', 'ontvangen', 'verplicht', 'uitgegeven'],
      municipalities.map(({ code, name, received, committed, spent }) => [
        `${name} (${code})`,
        received,
        committed,
        spent,
      ]),
    ),
    ...(milestones.length > 0
      ? [
          '',
          'Per mijlpaal',
          ...moneyTable(
            ['mijlpaal', 'begroot', 'verplicht', 'uitgegeven', 'over'],
            milestones.map(({ id, budget, committed, spent, left }) => [id, budget, committed, spent, left]),
          ),
        ]
      : []),
  ];
}

export function entryLines(entries: readonly LedgerEntry[]): string[] {
  const table = new Table({
    head: ['datum', 'kenmerk', 'soort', 'jaar', 'bedrag', 'omschrijving', 'op'],
    colAligns: ['left', 'left', 'left', 'left', 'right', 'left', 'left'],
    style: { head: [], border: [] },
  });
  for (const { date, reference, type, year, amount, description, commitment, corrects } of entries)
    table.push([
      date,
      reference,
      TYPE_WORD[type],
      year,
      euros(amount),
      description,
      corrects?.reference ?? commitment ?? '',
    ]);
  return table.toString().split('\n');
}
