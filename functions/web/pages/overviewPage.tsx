import type { Day } from '../../domain/calendar/days.ts';
import type { Overview, TrajectoryLink } from '../overview.ts';
import { trajectoryAddress } from './addresses.ts';
import { Badge } from './badge.tsx';
import { Document } from './document.tsx';
import { TitleApart } from './titleApart.tsx';
import { TrajectoryDetails } from './trajectoryDetails.tsx';

interface Props {
  readonly overview: Overview;
  readonly stage: string;
  readonly today: Day;
}

export function OverviewPage({ overview, stage, today }: Props) {
  const { inFull, others, simulated, unreadable } = overview;
  return (
    <Document title="Trajecten" stage={stage}>
      <h1>Trajecten</h1>
      <p class="lead">Waar staat elk traject, wie is nu aan zet, en wat hebben de organen besloten?</p>
      {inFull.length + unreadable.length === 0 && <NoTrajectory />}
      {unreadable.length > 0 && <Unreadable ids={unreadable} />}
      {inFull.map((status) => (
        <article class="trajectory" aria-labelledby={`titel-${status.trajectory}`}>
          <h2 id={`titel-${status.trajectory}`}>
            <a href={trajectoryAddress(status.trajectory)}>
              <TitleApart
                of={{ id: status.trajectory, title: status.title }}
                among={inFull.map(({ trajectory, title }) => ({ id: trajectory, title }))}
              />
            </a>
          </h2>
          <TrajectoryDetails status={status} level={3} today={today} />
        </article>
      ))}
      {others.length > 0 && (
        <section aria-labelledby="andere">
          <h2 id="andere">Andere lopende trajecten</h2>
          <Links to={others} />
        </section>
      )}
      {simulated.length > 0 && (
        <section aria-labelledby="simulaties">
          <h2 id="simulaties">Simulaties</h2>
          <p>Nagespeelde trajecten met een eigen klok. Wat hier staat is niet echt besloten.</p>
          <Links to={simulated} simulated />
        </section>
      )}
    </Document>
  );
}

function NoTrajectory() {
  return (
    <section class="card empty" aria-labelledby="leeg">
      <h2 id="leeg">Er loopt nu geen traject</h2>
      <p>Start een traject vanaf de opdrachtregel met zijn planbestand, bijvoorbeeld:</p>
      <pre>
        <code>npx besluitketen start workflows/plans/visietraject.yaml</code>
      </pre>
      <p>Het plan, de besluitrondes en wie aan zet is staan daarna op deze pagina.</p>
    </section>
  );
}

function Unreadable({ ids }: { ids: readonly string[] }) {
  return (
    <section class="card" aria-labelledby="onleesbaar">
      <h2 id="onleesbaar">Niet te lezen</h2>
      <p>
        De gegevens van dit traject kunnen nu niet worden gelezen. Er is niets verloren; waarschuw de
        beheerder, die in het logboek ziet wat er is.
      </p>
      <ul class="link-list">
        {ids.map((id) => (
          <li>{id}</li>
        ))}
      </ul>
    </section>
  );
}

function Links({ to, simulated = false }: { to: readonly TrajectoryLink[]; simulated?: boolean }) {
  return (
    <ul class="link-list">
      {to.map(({ id, title }) => (
        <li>
          <a href={trajectoryAddress(id)}>{title}</a> <span class="quiet">{id}</span>{' '}
          {simulated && <Badge tone="warning">simulatie</Badge>}
        </li>
      ))}
    </ul>
  );
}
