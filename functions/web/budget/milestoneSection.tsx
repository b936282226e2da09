import { euros } from '../../domain/ledger/euros.ts';
import type { BudgetView } from '../../operations/ledger/readBudget.ts';
import { budgetAddress } from '../pages/addresses.ts';
import { Badge } from '../pages/badge.tsx';
import { Cell } from '../pages/tableCell.tsx';

/** A plan has at most 300 milestones; so many are read at a time. */
export const MILESTONES_A_PAGE = 100;

interface Props {
  readonly budget: BudgetView;
  /** The page of them, from 1. */
  readonly page: number;
}

type Money = BudgetView['balances']['milestones'][number];

/** The plan against what happened, for each milestone with a budget or with bookings. */
export function MilestoneSection({ budget, page }: Props) {
  const all = budget.balances.milestones;
  if (all.length === 0) return null;
  const first = (page - 1) * MILESTONES_A_PAGE;
  const shown = all.slice(first, first + MILESTONES_A_PAGE);
  return (
    <section aria-labelledby="per-mijlpaal">
      <h2 id="per-mijlpaal">Per mijlpaal</h2>
      <div class="card">
        <table class="stacking money">
          <caption>
            Begroot in het plan, en wat er is verplicht en uitgegeven
            {all.length > shown.length && ` (${first + 1} t/m ${first + shown.length} van ${all.length})`}
          </caption>
          <thead>
            <tr>
              <th scope="col">Mijlpaal</th>
              <th scope="col">Begroot</th>
              <th scope="col">Verplicht</th>
              <th scope="col">Uitgegeven</th>
              <th scope="col">Over</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((money) => (
              <Line money={money} />
            ))}
          </tbody>
        </table>
      </div>
      {all.length > shown.length && <Pages id={budget.id} page={page} total={all.length} />}
    </section>
  );
}

function Line({ money }: { readonly money: Money }) {
  const { title, budget, committed, spent, left } = money;
  return (
    <tr>
      <th scope="row">
        {title}
        <Measure money={money} />
      </th>
      <Cell label="Begroot">{budget === null ? 'niets' : euros(budget)}</Cell>
      <Cell label="Verplicht">{euros(committed)}</Cell>
      <Cell label="Uitgegeven">{euros(spent)}</Cell>
      <Cell label="Over">
        {left !== null && euros(left)}
        {left !== null && left < 0 && (
          <>
            {' '}
            <Badge tone="stopped">boven de begroting</Badge>
          </>
        )}
      </Cell>
    </tr>
  );
}

/** Promised and paid as parts of the larger of budget and use; the amounts are beside it. */
function Measure({ money: { budget, committed, spent } }: { readonly money: Money }) {
  const whole = Math.max(budget ?? 0, committed, spent);
  if (whole <= 0) return null;
  const part = (cents: number) => `${Math.max(0, Math.round((cents / whole) * 1000) / 10)}%`;
  return (
    <svg class="measure" aria-hidden="true" focusable="false">
      <rect class="bar-whole" width={part(budget ?? 0)} height="100%" />
      <rect class="bar-committed" width={part(committed)} height="100%" />
      <rect class="bar-spent" y="25%" width={part(spent)} height="50%" />
    </svg>
  );
}

function Pages({ id, page, total }: { readonly id: string; readonly page: number; readonly total: number }) {
  const to = (number: number) => `${budgetAddress(id)}?mijlpalen=${number}#per-mijlpaal`;
  return (
    <p class="pages">
      {page > 1 && <a href={to(page - 1)}>Vorige mijlpalen</a>}
      {page * MILESTONES_A_PAGE < total && <a href={to(page + 1)}>Volgende mijlpalen</a>}
    </p>
  );
}
