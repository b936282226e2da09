import { Button } from '../decide/decisionForm.tsx';
import { TextBox } from '../manage/textBox.tsx';
import { FieldHint, fieldClass } from '../pages/formField.tsx';
import { OwnFormToken } from '../pages/ownFormToken.tsx';
import type { ImportKind, Standing } from './importKind.ts';
import type { GivenFile } from './postedImport.ts';

interface Props {
  readonly kind: ImportKind;
  readonly standing: Standing;
  readonly given: GivenFile;
  readonly isWrong: boolean;
}

const ROWS = 10;

/** A file to choose, or its text; works without a script. */
export function ImportForm({ kind, standing, given, isWrong }: Props) {
  return (
    <section aria-labelledby="inlezen">
      <h2 id="inlezen">Lees in</h2>
      <form
        method="post"
        action={kind.address}
        enctype="multipart/form-data"
        class="form form-wide"
        autocomplete="off"
      >
        <OwnFormToken />
        <input type="hidden" name="naam" value={given.name} />
        <div class={fieldClass(false)}>
          <label for="bestand">Bestand</label>
          <FieldHint name="bestand">{kind.hint}</FieldHint>
          <input
            type="file"
            id="bestand"
            name="bestand"
            accept={kind.accept}
            aria-describedby="bestand-uitleg"
          />
        </div>
        <TextBox
          name="tekst"
          label="Of plak de tekst"
          hint="Telt alleen als u geen bestand kiest."
          given={given.text}
          rows={ROWS}
          code
          error={isWrong ? 'Hier staan fouten in; zij staan bovenaan.' : undefined}
        />
        {kind.mayBeOfBody && <BodyChoice bodies={standing.bodies} chosen={given.body} />}
        <p>
          <Button step="controleren">Controleer</Button>
        </p>
        <p class="quiet">U ziet eerst wat er verandert. Er wordt nog niets gewijzigd.</p>
      </form>
    </section>
  );
}

function BodyChoice({ bodies, chosen }: { bodies: Standing['bodies']; chosen: string }) {
  return (
    <div class={fieldClass(false)}>
      <label for="orgaan">Van welk orgaan</label>
      <FieldHint name="orgaan">Alleen nodig bij een agenda (.ics) die dat zelf niet zegt.</FieldHint>
      <select id="orgaan" name="orgaan" aria-describedby="orgaan-uitleg">
        <option value="">Het bestand zegt het zelf</option>
        {[...bodies].map(([id, name]) => (
          <option value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
