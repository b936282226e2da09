import { MOST_BYTES, PDF } from '../../domain/attachments/decisionList.ts';
import type { UploadForm } from '../../operations/attachments/ports.ts';

/** Posts a file straight to the bucket, which sends the browser back to us; works without a script. */
export function UploadPart({ form }: { readonly form: UploadForm }) {
  return (
    <section aria-labelledby="besluitenlijst">
      <h2 id="besluitenlijst">Besluitenlijst toevoegen (facultatief)</h2>
      <form method="post" action={form.url} enctype="multipart/form-data" class="form">
        {Object.entries(form.fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="utrecht-form-field">
          <label for="bestand">Besluitenlijst als PDF</label>
          <p class="utrecht-form-field-description" id="bestand-uitleg">
            Hoogstens {MOST_BYTES / (1024 * 1024)} MB. U ziet daarna wat er is ontvangen en bevestigt het.
          </p>
          <input
            type="file"
            id="bestand"
            name="file"
            accept={PDF}
            required
            aria-describedby="bestand-uitleg"
          />
        </div>
        <p>
          <button type="submit" class="button button-quiet">
            Verstuur het bestand
          </button>
        </p>
      </form>
    </section>
  );
}
