import { type BodyDifferences, changesNothing } from '../../domain/importFile/bodyDifferences.ts';

interface Props {
  readonly differences: readonly BodyDifferences[];
  readonly bodies: ReadonlyMap<string, string>;
}

/** What changes for each body; the others keep what they have. */
export function DifferencesList({ differences, bodies }: Props) {
  return (
    <ul class="letters">
      {differences.map((each) => (
        <li class="card">
          <h2>{bodies.get(each.body) ?? each.body}</h2>
          <Kind title="Erbij" lines={each.added} />
          <Changed pairs={each.changed} />
          <Kind title="Weg" lines={each.removed} />
          <Kept of={each} />
        </li>
      ))}
    </ul>
  );
}

function Kept({ of }: { readonly of: BodyDifferences }) {
  if (changesNothing(of)) return <p class="quiet">Er verandert niets.</p>;
  return of.kept > 0 ? <p class="quiet">Zoals het was: {of.kept}.</p> : null;
}

function Kind({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Changed({ pairs }: { pairs: BodyDifferences['changed'] }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h3>Anders</h3>
      <ul>
        {pairs.map(([from, to]) => (
          <li>
            Was: {from}
            <br />
            Wordt: {to}
          </li>
        ))}
      </ul>
    </>
  );
}
