import type { Body } from '../../domain/plan/bodies.ts';
import type { Move } from '../../domain/replan/changes.ts';
import { DateOf } from '../pages/date.tsx';
import { Cell } from '../pages/tableCell.tsx';

interface Props {
  readonly moves: readonly Move[];
  readonly bodies: readonly Body[];
}

/** The days that another plan puts elsewhere. */
export function MovesTable({ moves, bodies }: Props) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  return (
    <table class="stacking">
      <caption>De uiterste dagen die anders worden</caption>
      <thead>
        <tr>
          <th scope="col">Wat</th>
          <th scope="col">Wie</th>
          <th scope="col">Was uiterlijk</th>
          <th scope="col">Wordt uiterlijk</th>
          <th scope="col">Stukken uiterlijk</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ of, subject, title, bodies: whose, from, to, papersBy }) => (
          <tr>
            <th scope="row">
              {title}
              {of === 'running' && <span class="under">{subject}, loopt</span>}
            </th>
            <Cell label="Wie">{whose.map((id) => names.get(id) ?? id).join(', ')}</Cell>
            <Cell label="Was">
              <DateOf day={from} />
            </Cell>
            <Cell label="Wordt">
              <DateOf day={to} />
            </Cell>
            <Cell label="Stukken">{papersBy && <DateOf day={papersBy} />}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
