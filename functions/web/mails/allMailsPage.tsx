import type { Trajectory } from '../../domain/trajectory.ts';
import type { MarkedAddressView } from '../../operations/markedAddresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { Cell } from '../pages/tableCell.tsx';
import { mailsAddress } from './mailPaths.ts';
import { MarkedAddresses } from './markedAddresses.tsx';

interface Props {
  readonly trajectories: readonly Trajectory[];
  readonly unreadable: readonly string[];
  readonly marked: readonly MarkedAddressView[];
  readonly stage: string;
}

/** Whose mails there are to look at; each trajectory has a page of its own. */
export function AllMailsPage({ trajectories, unreadable, marked, stage }: Props) {
  return (
    <Document title="Mails" stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Mails</h1>
      <p class="lead">
        Per traject: wat nog gaat en hoe de ontvanger het leest, wat verzonden is, en alles tegenhouden.
        Daaronder, voor alle trajecten: adressen waar berichten niet aankomen.
      </p>
      {unreadable.length > 0 && (
        <p class="card notice">Deze trajecten zijn nu niet te lezen: {unreadable.join(', ')}.</p>
      )}
      {trajectories.length === 0 ? (
        <p>Er is nog geen traject.</p>
      ) : (
        <table class="stacking">
          <caption>Trajecten</caption>
          <thead>
            <tr>
              <th scope="col">Traject</th>
              <th scope="col">Mails</th>
            </tr>
          </thead>
          <tbody>
            {trajectories.map(({ id, title, clock, mailsPausedAt }) => (
              <tr>
                <th scope="row">
                  <a href={mailsAddress(id)}>{title}</a>
                  <span class="under">{id}</span>
                </th>
                <Cell label="Mails">
                  {mailsPausedAt ? (
                    <Badge tone="warning">tegengehouden</Badge>
                  ) : (
                    <Badge tone="done">gaan uit</Badge>
                  )}
                  {clock === 'virtual' && <span class="under">simulatie: alleen naar de lokale postbus</span>}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MarkedAddresses marked={marked} />
    </Document>
  );
}
