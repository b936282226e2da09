import { FieldError, FieldHint, fieldClass } from '../pages/formField.tsx';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly given: string;
  readonly rows: number;
  readonly error?: string | undefined;
  /** A file, of which every sign counts: no spelling is corrected, and all are as wide. */
  readonly code?: boolean;
}

/** A text of several lines, with what to fill in and what is wrong with it. */
export function TextBox({ name, label, hint, given, rows, error, code = false }: Props) {
  return (
    <div class={fieldClass(error !== undefined)}>
      <label for={name}>{label}</label>
      <FieldHint name={name}>{hint}</FieldHint>
      {error && <FieldError name={name} error={error} />}
      <textarea
        id={name}
        name={name}
        rows={rows}
        class={code ? 'code' : undefined}
        spellcheck={code ? false : undefined}
        autocomplete="off"
        aria-describedby={`${name}-uitleg${error ? ` ${name}-fout` : ''}`}
        aria-invalid={error ? 'true' : undefined}
      >
        {/* A browser leaves out the first line's end: without one of ours an empty first line would be lost. */}
        {`\n${given}`}
      </textarea>
    </div>
  );
}
