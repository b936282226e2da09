import type { YearBalance } from '../../domain/ledger/balances.ts';
import { euros } from '../../domain/ledger/euros.ts';
import type { ExpectedIncome } from '../../domain/ledger/expectedIncome.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { Badge } from '../pages/badge.tsx';
import { DateOf } from '../pages/date.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { BarChart } from './barChart.tsx';
import { yearLabels } from './timeLabels.ts';

const NOTHING = { received: 0, committed: 0, spent: 0 };

/** Each year's money: what came in, is promised, paid and free; what is only expected stands beside it. */
export function YearSection({ budget }: { readonly budget: BudgetView }) {
  const { balances, expected } = budget;
  const toCome = expected.filter(({ came }) => !came);
  const years = [...new Set([...balances.years, ...toCome].map(({ year }) => year))].sort((a, b) => a - b);
  if (years.length === 0) return null;
  const balanceOf = (year: number) => balances.years.find((each) => each.year === year) ?? NOTHING;
  const labels = yearLabels(years);
  const { total } = balances;
  return (
    <section aria-labelledby="per-jaar">
      <h2 id="per-jaar">Per jaar</h2>
      <BarChart
        caption="Het geld per jaar waarvoor het is bestemd"
        legend={[
          ['received', 'ontvangen'],
          ['committed', 'verplicht'],
          ['spent', 'uitgegeven'],
          ['estimate', 'verwacht, nog niet ontvangen'],
        ]}
        columns={years.map((year, index) => {
          const { received, committed, spent } = balanceOf(year);
          const due = missingOf(toCome, year);
          return {
            label: labels[index],
            bars: [
              { kind: 'received', cents: received },
              { kind: 'estimate', from: received, cents: received + due, over: true },
              { kind: 'committed', cents: committed },
              { kind: 'spent', cents: spent },
            ],
          };
        })}
      />
      <div class="card">
        <table class="stacking money by-year">
          <caption>Wat is verwacht telt niet mee in ontvangen, vrij of samen</caption>
          <thead>
            <tr>
              <th scope="col">Jaar</th>
              <th scope="col">Ontvangen</th>
              <th scope="col">Verplicht</th>
              <th scope="col">Uitgegeven</th>
              <th scope="col">Nog te betalen</th>
              <th scope="col">Vrij</th>
              <th scope="col">Verwacht</th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr>
                <th scope="row">{year}</th>
                <Amounts of={balances.years.find((each) => each.year === year)} />
                <ExpectedCell incomes={toCome.filter((each) => each.year === year)} />
              </tr>
            ))}
            <tr class="sum">
              <th scope="row">Samen</th>
              <Amounts of={total} />
              <Cell label="Verwacht" />
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Of a year without bookings: empty cells. */
function Amounts({ of }: { readonly of: YearBalance | undefined }) {
  return (
    <>
      <Cell label="Ontvangen">{of && euros(of.received)}</Cell>
      <Cell label="Verplicht">{of && euros(of.committed)}</Cell>
      <Cell label="Uitgegeven">{of && euros(of.spent)}</Cell>
      <Cell label="Nog te betalen">{of && euros(of.open)}</Cell>
      <Cell label="Vrij">{of && euros(of.free)}</Cell>
    </>
  );
}

function ExpectedCell({ incomes }: { readonly incomes: readonly ExpectedIncome[] }) {
  return (
    <Cell label="Verwacht">
      {incomes.length > 0 && incomes.map((income) => <Expected income={income} />)}
    </Cell>
  );
}

function Expected({ income: { missing, certain, by } }: { readonly income: ExpectedIncome }) {
  return (
    <div>
      {missing === undefined ? 'bedrag onbekend' : euros(missing)}{' '}
      {certain ? <Badge tone="waiting">toegezegd</Badge> : <Badge tone="warning">raming</Badge>}
      <span class="under">
        uiterlijk <DateOf day={by} />
      </span>
    </div>
  );
}

function missingOf(expected: readonly ExpectedIncome[], year: number): number {
  return expected.reduce((sum, each) => (each.year === year ? sum + (each.missing ?? 0) : sum), 0);
}
