import { euros } from '../../domain/ledger/euros.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { bookingsAddress } from '../pages/addresses.ts';
import { Cell } from '../pages/tableCell.tsx';

/** For whose benefit, by year, with the file of the bookings behind it. */
export function MunicipalitySection({ budget }: { readonly budget: BudgetView }) {
  const { id, balances } = budget;
  return (
    <section aria-labelledby="per-gemeente">
      <h2 id="per-gemeente">Per gemeente</h2>
      <p>
        Ten bate van welke gemeente, per jaar van het geld. De bestanden openen in een spreadsheet: elke regel
        is het deel van die gemeente in een boeking.
      </p>
      <div class="card">
        <table class="stacking money">
          <caption>Aandeel van elke gemeente in ontvangsten, verplichtingen en uitgaven</caption>
          <thead>
            <tr>
              <th scope="col">Jaar</th>
              <th scope="col">Ontvangen</th>
              <th scope="col">Verplicht</th>
              <th scope="col">Uitgegeven</th>
              <th scope="col">Boekingen</th>
            </tr>
          </thead>
          {balances.municipalities.map(({ code, name, received, committed, spent }) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colspan={5}>
                  {name}
                </th>
              </tr>
              {balances.years.map(({ year, municipalities: { [code]: of } }) => (
                <tr>
                  <th scope="row">{year}</th>
                  <Cell label="Ontvangen">{euros(of?.received ?? 0)}</Cell>
                  <Cell label="Verplicht">{euros(of?.committed ?? 0)}</Cell>
                  <Cell label="Uitgegeven">{euros(of?.spent ?? 0)}</Cell>
                  <Cell label="Boekingen">
                    <a
                      href={bookingsAddress(id, code, year)}
                      aria-label={`CSV-bestand van ${name}, ${year}`}
                      download
                    >
                      CSV
                    </a>
                  </Cell>
                </tr>
              ))}
              {balances.years.length > 1 && (
                <tr class="sum">
                  <th scope="row">Samen</th>
                  <Cell label="Ontvangen">{euros(received)}</Cell>
                  <Cell label="Verplicht">{euros(committed)}</Cell>
                  <Cell label="Uitgegeven">{euros(spent)}</Cell>
                  <Cell label="Boekingen" />
                </tr>
              )}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
