import { dutchDay } from '../../domain/calendar/dutchDay.ts';
import type { QuarterForecast } from '../../domain/ledger/burnForecast.ts';
import { euros } from '../../domain/ledger/euros.ts';
import type { ExpectedIncome } from '../../domain/ledger/expectedIncome.ts';
import type { ForecastView } from '../../operations/ledger/readForecast.ts';
import { moneyTable } from './moneyTable.ts';

/** How the money burns, for a person at a terminal; what each column is stands in docs/budget.md. */
export function forecastLines({ today, forecast, expected, national }: ForecastView): string[] {
  return [
    `Verloop per kwartaal, gezien op ${dutchDay(today)}; ramingen tellen alleen mee in de laatste kolom`,
    ...moneyTable(
      [
        'kwartaal',
        'ontvangen',
        'uitgegeven',
        'verplicht',
        'begroot',
        'verwacht',
        'raming',
        'over',
        'over met raming',
      ],
      forecast.map((each) => [each.quarter, ...amountsOf(each)]),
    ),
    ...(expected.length > 0 ? ['', 'Verwachte bijdragen', ...expected.map(expectedLine)] : []),
    ...(national
      ? [
          '',
          `${national.title}, landelijk`,
          ...national.years.map(
            ({ year, cents, source }) =>
              `  ${year}: ${euros(cents)}${source === 'estimate' ? ' (raming)' : ''}`,
          ),
        ]
      : []),
  ];
}

function amountsOf(of: QuarterForecast): number[] {
  const { received, spent, committed, planned, certain, estimated, left, leftWithEstimates } = of;
  return [received, spent, committed, planned, certain, estimated, left, leftWithEstimates];
}

function expectedLine({ year, by, amount, certain, came }: ExpectedIncome): string {
  const much = amount === undefined ? 'bedrag onbekend' : euros(amount);
  return `  ${year}: ${much}${certain ? '' : ' (raming)'}, uiterlijk ${dutchDay(by)}${came ? ', ontvangen' : ''}`;
}
