import { periodWords } from '../../domain/calendar/dutchDay.ts';
import { quarterOf } from '../../domain/calendar/periods.ts';
import type { QuarterForecast } from '../../domain/ledger/burnForecast.ts';
import { euros } from '../../domain/ledger/euros.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { Cell } from '../pages/tableCell.tsx';
import { BarChart, type Column } from './barChart.tsx';
import { quarterLabels } from './timeLabels.ts';

/** More do not fit under each other; of a longer budget the last of the past and what comes after it. */
const MOST_SHOWN = 60;
const OF_THE_PAST = 8;

/** How the money burns by quarter, to the last year of the budget: what happened, and what is to be expected. */
export function ForecastSection({ budget }: { readonly budget: BudgetView }) {
  const { forecast, today } = budget;
  if (forecast.length === 0) return null;
  const quarter = quarterOf(today);
  const shown = quartersShown(forecast, quarter);
  const now = shown.findIndex((each) => each.quarter === quarter);
  const labels = quarterLabels(shown.map((each) => each.quarter));
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">Verloop en prognose</h2>
      <p>
        Wat er aan het einde van elk kwartaal over is. Tot en met dit kwartaal staan er de boekingen; daarna
        wat is verplicht, wat mijlpalen volgens het plan nog kosten, en wat is toegezegd. Een raming telt
        nergens mee: zij staat er als stippellijn boven.
      </p>
      <BarChart
        caption="Over aan het einde van elk kwartaal"
        legend={[
          ['left', 'over, tot en met dit kwartaal'],
          ['ahead', 'over volgens de prognose'],
          ['estimate', 'erbij als de ramingen uitkomen'],
        ]}
        columns={shown.map((each, index) => columnOf(each, labels[index], index <= now))}
        now={now >= 0 ? now : undefined}
      />
      <details>
        <summary>De bedragen per kwartaal</summary>
        <QuarterTable quarters={shown} />
      </details>
    </section>
  );
}

function columnOf(
  { left, leftWithEstimates }: QuarterForecast,
  label: string | undefined,
  past: boolean,
): Column {
  return {
    label,
    bars: [
      { kind: past ? 'left' : 'ahead', cents: left },
      { kind: 'estimate', from: left, cents: leftWithEstimates, over: true },
    ],
  };
}

function quartersShown(forecast: readonly QuarterForecast[], now: string): readonly QuarterForecast[] {
  if (forecast.length <= MOST_SHOWN) return forecast;
  const index = forecast.findIndex(({ quarter }) => quarter >= now);
  const first = Math.max(0, index - OF_THE_PAST);
  return forecast.slice(first, first + MOST_SHOWN);
}

function QuarterTable({ quarters }: { readonly quarters: readonly QuarterForecast[] }) {
  return (
    <table class="stacking money quarters">
      <caption>
        Per kwartaal wat binnenkwam en wordt verwacht, wat eruit ging en gaat, en wat overblijft
      </caption>
      <thead>
        <tr>
          <th scope="col">Kwartaal</th>
          <th scope="col">Ontvangen</th>
          <th scope="col">Toegezegd</th>
          <th scope="col">Uitgegeven</th>
          <th scope="col">Nog te betalen</th>
          <th scope="col">Gepland</th>
          <th scope="col">Over</th>
          <th scope="col">Raming</th>
          <th scope="col">Over met ramingen</th>
        </tr>
      </thead>
      <tbody>
        {quarters.map((each) => (
          <tr>
            <th scope="row">{periodWords(each.quarter)}</th>
            <Cell label="Ontvangen">{some(each.received)}</Cell>
            <Cell label="Toegezegd">{some(each.certain)}</Cell>
            <Cell label="Uitgegeven">{some(each.spent)}</Cell>
            <Cell label="Nog te betalen">{some(each.committed)}</Cell>
            <Cell label="Gepland">{some(each.planned)}</Cell>
            <Cell label="Over">{euros(each.left)}</Cell>
            <Cell label="Raming">{some(each.estimated)}</Cell>
            <Cell label="Over met ramingen">{euros(each.leftWithEstimates)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nothing is an empty cell: most quarters have two or three amounts. */
function some(cents: number): string | undefined {
  return cents === 0 ? undefined : euros(cents);
}
