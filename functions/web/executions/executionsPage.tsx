import type { ExecutionRow } from '../../operations/executions/listExecutions.ts';
import { EXECUTIONS, executionAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Badge } from '../pages/badge.tsx';
import { Document } from '../pages/document.tsx';
import { Moment } from '../pages/moment.tsx';
import { PageLinks, type Sheet } from '../pages/pageLinks.tsx';
import { roundName } from '../pages/roundName.ts';
import { Cell } from '../pages/tableCell.tsx';
import { type ExecutionFilter, FILTERS } from './executionsQuery.ts';
import { resumedWords, StandingBadge } from './standingWords.tsx';

interface Props {
  readonly sheet: Sheet<ExecutionRow>;
  readonly filter: ExecutionFilter;
  readonly unreadable: readonly string[];
  readonly stage: string;
}

/** How the rounds of all trajectories run, what a person should look at first. */
export function ExecutionsPage({ sheet, filter, unreadable, stage }: Props) {
  const unknown = sheet.shown.some(({ standing }) => standing === 'unknown');
  return (
    <Document title="Uitvoeringen" stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>Uitvoeringen</h1>
      <p class="lead">
        Aan elke besluitronde werkt één uitvoering van de keten. Gaat zij verloren, dan begint vanzelf een
        volgende, die niemand opnieuw vraagt. Wat niet meer vanzelf gaat, staat bovenaan.
      </p>
      <form class="choices" method="get" action={EXECUTIONS} aria-label="Welke uitvoeringen">
        <div class="choice-field">
          <label for="stand">Toon</label>
          <select id="stand" name="stand">
            {Object.entries(FILTERS).map(([value, words]) => (
              <option value={value} selected={value === filter}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <p class="buttons">
          <button class="button" type="submit">
            Toon
          </button>
        </p>
      </form>
      {unknown && (
        <p class="card notice" role="status">
          Van sommige uitvoeringen is nu niet bekend hoe zij gaan. Ververs de pagina over een paar minuten.
        </p>
      )}
      {unreadable.length > 0 && (
        <p class="card notice">Deze trajecten zijn nu niet te lezen: {unreadable.join(', ')}.</p>
      )}
      {sheet.shown.length === 0 ? (
        <p>{filter === 'alles' ? 'Er is nog geen besluitronde geopend.' : 'Hier is er nu geen van.'}</p>
      ) : (
        <ExecutionsTable rows={sheet.shown} />
      )}
      <PageLinks sheet={sheet} to={(page) => `${EXECUTIONS}?stand=${filter}&blad=${page}`} />
    </Document>
  );
}

function ExecutionsTable({ rows }: { readonly rows: readonly ExecutionRow[] }) {
  return (
    <table class="stacking">
      <caption>Rondes met hun uitvoering</caption>
      <thead>
        <tr>
          <th scope="col">Ronde</th>
          <th scope="col">Traject</th>
          <th scope="col">Stand</th>
          <th scope="col">Hervat</th>
          <th scope="col">Uitvoering gestart</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ trajectory, round, id, standing }) => (
          <tr>
            <th scope="row">
              <a href={executionAddress(trajectory.id, id)}>{roundName({ id, title: round.title })}</a>
            </th>
            <Cell label="Traject">
              {trajectory.title}
              <span class="under">{trajectory.id}</span>
              {trajectory.clock === 'virtual' && <Badge tone="warning">simulatie</Badge>}
            </Cell>
            <Cell label="Stand">
              <StandingBadge standing={standing} />
            </Cell>
            <Cell label="Hervat">{resumedWords(round.epoch)}</Cell>
            <Cell label="Gestart">{round.startedAt && <Moment at={round.startedAt} />}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
