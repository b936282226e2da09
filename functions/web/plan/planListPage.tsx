import type { Trajectory } from '../../domain/trajectory.ts';
import { planAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { Moment } from '../pages/moment.tsx';
import { Cell } from '../pages/tableCell.tsx';

interface Props {
  readonly trajectories: readonly Trajectory[];
  readonly stage: string;
}

/** The way to the plan of each trajectory. */
export function PlanListPage({ trajectories, stage }: Props) {
  return (
    <Document title="Plannen" stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Plannen</h1>
      {trajectories.length === 0 ? (
        <p>
          Er is nog geen traject. Start er een met <code>besluitketen start PLAN.yaml</code>.
        </p>
      ) : (
        <table class="stacking">
          <caption>De trajecten en het plan dat van elk geldt</caption>
          <thead>
            <tr>
              <th scope="col">Traject</th>
              <th scope="col">Naam</th>
              <th scope="col">Versie</th>
              <th scope="col">Gewijzigd</th>
            </tr>
          </thead>
          <tbody>
            {trajectories.map(({ id, title, planVersion, replannedAt }) => (
              <tr>
                <th scope="row">
                  <a href={planAddress(id)}>{id}</a>
                </th>
                <Cell label="Naam">{title}</Cell>
                <Cell label="Versie">{planVersion}</Cell>
                <Cell label="Gewijzigd">{replannedAt && <Moment at={replannedAt} />}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Document>
  );
}
