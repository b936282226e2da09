import { euros } from '../../domain/ledger/euros.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { Badge } from '../pages/badge.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { BarChart } from './barChart.tsx';
import { yearLabels } from './timeLabels.ts';

/** What the state has for the whole country, to compare with. */
export function NationalSection({ budget }: { readonly budget: BudgetView }) {
  const { national, balances } = budget;
  if (!national) return null;
  const { title, years } = national;
  const labels = yearLabels(years.map(({ year }) => year));
  const ofUs = (year: number) => balances.years.find((each) => each.year === year)?.received ?? 0;
  return (
    <section aria-labelledby="landelijk">
      <h2 id="landelijk">Landelijk: {title}</h2>
      <BarChart
        caption="Voor heel Nederland, per jaar"
        legend={[
          ['received', 'gepubliceerd'],
          ['estimate', 'raming'],
        ]}
        columns={years.map(({ cents, source }, index) => ({
          label: labels[index],
          bars: [{ kind: source === 'given' ? 'received' : 'estimate', cents }],
        }))}
      />
      <details>
        <summary>De bedragen per jaar</summary>
        <table class="stacking money">
          <caption>Landelijk bedrag, en wat dit traject daarvan ontving</caption>
          <thead>
            <tr>
              <th scope="col">Jaar</th>
              <th scope="col">Landelijk</th>
              <th scope="col">Herkomst</th>
              <th scope="col">Ontvangen</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, cents, source }) => (
              <tr>
                <th scope="row">{year}</th>
                <Cell label="Landelijk">{euros(cents)}</Cell>
                <Cell label="Herkomst">
                  {source === 'given' ? 'gepubliceerd' : <Badge tone="warning">raming</Badge>}
                </Cell>
                <Cell label="Ontvangen">{ofUs(year) !== 0 && euros(ofUs(year))}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
