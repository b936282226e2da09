import type { Grant } from '../../domain/access/role.ts';
import { ROLE_WORD } from '../../domain/access/roleWords.ts';
import type { Source } from '../../domain/intake/source.ts';
import { ManageContents } from '../manage/contents.tsx';
import { sourcePageAddress, TRIAGE } from './addresses.ts';
import { BackTo } from './backTo.tsx';
import { Badge } from './badge.tsx';
import { Document } from './document.tsx';
import { Cell } from './tableCell.tsx';

export interface Management {
  readonly sources: readonly Source[];
  readonly grants: readonly Grant[];
  /** How many items wait for a secretary's confirmation, and for somebody who knows where they belong. */
  readonly proposed: number;
  readonly unknown: number;
}

/** What the administrator looks after. Nothing is changed here: that is for each source's own page, and the command line. */
export function ManagePage({ management, stage }: { management: Management; stage: string }) {
  const { sources, grants, proposed, unknown } = management;
  return (
    <Document title="Beheer" stage={stage}>
      <BackTo to="/">Alle trajecten</BackTo>
      <h1>Beheer</h1>
      <p class="lead">
        Hoe het systeem loopt, wie ons berichten stuurt, wat op een mens wacht, en wie wat mag.
      </p>
      <ManageContents />
      <section aria-labelledby="wacht">
        <h2 id="wacht">Wacht op een mens</h2>
        <dl class="summary">
          <div>
            <dt>Te bevestigen door een secretaris</dt>
            <dd>{proposed}</dd>
          </div>
          <div>
            <dt>Niet thuis te brengen</dt>
            <dd>{unknown}</dd>
          </div>
        </dl>
        <p>
          <a href={TRIAGE}>Bekijk wat wacht</a>
        </p>
      </section>
      <section aria-labelledby="bronnen">
        <h2 id="bronnen">Bronnen</h2>
        {sources.length === 0 ? (
          <p>
            Er is nog geen bron. Voeg er een toe met <code>besluitketen sources add</code>.
          </p>
        ) : (
          <SourcesTable sources={sources} />
        )}
      </section>
      <section aria-labelledby="rollen">
        <h2 id="rollen">Rollen</h2>
        <GrantsTable grants={grants} />
      </section>
    </Document>
  );
}

function SourcesTable({ sources }: { sources: readonly Source[] }) {
  return (
    <table class="stacking">
      <caption>Wie berichten mag sturen, of wordt gevraagd</caption>
      <thead>
        <tr>
          <th scope="col">Bron</th>
          <th scope="col">Gemeente</th>
          <th scope="col">Spreekt</th>
          <th scope="col">Stand</th>
        </tr>
      </thead>
      <tbody>
        {sources.map(({ name, municipality, speaks, pausedAt }) => (
          <tr>
            <th scope="row">
              <a href={sourcePageAddress(name)}>{name}</a>
            </th>
            <Cell label="Gemeente">{municipality}</Cell>
            <Cell label="Spreekt">{speaks}</Cell>
            <Cell label="Stand">
              {pausedAt ? <Badge tone="warning">gepauzeerd</Badge> : <Badge tone="done">werkt</Badge>}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GrantsTable({ grants }: { grants: readonly Grant[] }) {
  return (
    <table class="stacking">
      <caption>Wie wat mag; geef en neem rollen met besluitketen roles</caption>
      <thead>
        <tr>
          <th scope="col">Adres</th>
          <th scope="col">Rol</th>
          <th scope="col">Orgaan</th>
          <th scope="col">Traject</th>
        </tr>
      </thead>
      <tbody>
        {grants.map(({ mail, role, body, trajectory }) => (
          <tr>
            <th scope="row">{mail}</th>
            <Cell label="Rol">{ROLE_WORD[role]}</Cell>
            <Cell label="Orgaan">{body}</Cell>
            <Cell label="Traject">{trajectory === '*' ? 'alle' : trajectory}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
