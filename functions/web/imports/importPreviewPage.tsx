import type { BodyDifferences } from '../../domain/importFile/bodyDifferences.ts';
import { Button } from '../decide/decisionForm.tsx';
import { NothingDone } from '../manage/nothingDone.tsx';
import { Document } from '../pages/document.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import { DifferencesList } from './differencesList.tsx';
import type { ImportKind, Standing } from './importKind.ts';
import type { GivenFile } from './postedImport.ts';

interface Props {
  readonly kind: ImportKind;
  readonly standing: Standing;
  readonly differences: readonly BodyDifferences[];
  readonly given: GivenFile;
  /** For exactly this file on what there is now. */
  readonly token: string;
  readonly notice?: string | undefined;
  readonly stage: string;
}

/** What an import would change. Nothing has been: that takes this page's own button. */
export function ImportPreviewPage(props: Props) {
  const { kind, standing, differences, given, token, notice, stage } = props;
  return (
    <Document title="Controleer wat er verandert" stage={stage}>
      <h1>Controleer wat er verandert</h1>
      <p class="lead">
        {kind.title}
        {given.name && ` uit ${given.name}`}. Er is nog niets gewijzigd. Van organen die niet in het bestand
        staan blijft alles zoals het is.
      </p>
      {notice && (
        <NothingDone>
          <p>{notice}</p>
        </NothingDone>
      )}
      <DifferencesList differences={differences} bodies={standing.bodies} />
      <form method="post" action={kind.address} enctype="multipart/form-data" class="form">
        <OwnFormToken />
        <input type="hidden" name="bewijs" value={token} />
        <input type="hidden" name="tekst" value={given.text} />
        <input type="hidden" name="naam" value={given.name} />
        <input type="hidden" name="orgaan" value={given.body} />
        <p class="buttons">
          <Button step="doorvoeren">Lees dit in</Button>
          <Button step="wijzigen" quiet>
            Wijzig het eerst
          </Button>
        </p>
      </form>
    </Document>
  );
}
