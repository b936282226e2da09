import type { FileMistake } from '../../domain/importFile/fileMistake.ts';
import { MistakeList } from '../manage/mistakeList.tsx';
import { NothingDone } from '../manage/nothingDone.tsx';
import { undoAddress } from '../pages/addresses.ts';
import { BackTo } from '../pages/backTo.tsx';
import { Document } from '../pages/document.tsx';
import { ImportForm } from './importForm.tsx';
import type { ImportKind, Standing } from './importKind.ts';
import type { GivenFile } from './postedImport.ts';

interface Props {
  readonly kind: ImportKind;
  readonly standing: Standing;
  readonly given?: GivenFile | undefined;
  /** Why the page is here again. */
  readonly troubles?: { readonly notice?: string; readonly mistakes?: readonly FileMistake[] } | undefined;
  readonly stage: string;
}

const NOTHING_GIVEN: GivenFile = { text: '', name: '', body: '' };

/** What there is, and the form to import more. */
export function ImportPage({ kind, standing, given = NOTHING_GIVEN, troubles, stage }: Props) {
  return (
    <Document title={troubles ? `Let op: ${kind.title}` : kind.title} stage={stage}>
      <BackTo to="/beheer">Beheer</BackTo>
      <h1>{kind.title}</h1>
      <p class="lead">{kind.lead}</p>
      {troubles && (
        <NothingDone>
          {troubles.notice && <p>{troubles.notice}</p>}
          {troubles.mistakes && (
            <>
              <MistakeList text={given.text} mistakes={troubles.mistakes.map(asLine)} />
              <p>
                <a href="#tekst">Naar de tekst</a>
              </p>
            </>
          )}
        </NothingDone>
      )}
      {standing.shown}
      {standing.version > 0 && (
        <p>
          <a href={undoAddress(kind.address)}>Draai het laatste inlezen terug</a>
        </p>
      )}
      {standing.bodies.size > 0 && (
        <ImportForm
          kind={kind}
          standing={standing}
          given={given}
          isWrong={troubles?.mistakes !== undefined}
        />
      )}
    </Document>
  );
}

function asLine({ line, problem, remedy }: FileMistake) {
  return { line, sentence: remedy ? `${problem}; ${remedy}.` : `${problem}.` };
}
