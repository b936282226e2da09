import type { BodyDifferences } from '../../domain/importFile/bodyDifferences.ts';
import { undoAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { DifferencesList } from './differencesList.tsx';
import type { ImportKind, Standing } from './importKind.ts';

interface Props {
  readonly kind: ImportKind;
  readonly standing: Standing;
  readonly differences: readonly BodyDifferences[];
  readonly stage: string;
}

/** What taking back the last import would change. Looking at it changes nothing. */
export function UndoPage({ kind, standing, differences, stage }: Props) {
  return (
    <Document title="Draai het laatste inlezen terug" stage={stage}>
      <BackTo to={kind.address}>{kind.title}</BackTo>
      <h1>Draai het laatste inlezen terug</h1>
      {standing.version === 0 ? (
        <p>Er is nog niets ingelezen; er valt niets terug te draaien.</p>
      ) : (
        <>
          <p class="lead">
            Dan geldt weer wat ervoor gold. Er is nog niets gewijzigd; nog eens terugdraaien maakt het
            ongedaan.
          </p>
          <DifferencesList differences={differences} bodies={standing.bodies} />
          <form method="post" action={undoAddress(kind.address)} class="form">
            <OwnFormToken />
            <input type="hidden" name="gezien" value={String(standing.version)} />
            <p>
              <button type="submit" class="button">
                Draai het terug
              </button>
            </p>
          </form>
        </>
      )}
    </Document>
  );
}
