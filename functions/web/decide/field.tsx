import type { DecisionFields, FieldErrors } from '../../domain/links/decisionForm.ts';
import { FieldError, FieldHint, fieldClass } from '../pages/formField.tsx';
import { FIELD_NAMES } from './postedForm.ts';

interface Props {
  readonly of: Exclude<keyof DecisionFields, 'outcome'>;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'date' | 'text' | 'lines';
  readonly fields: DecisionFields;
  readonly errors: FieldErrors;
}

/** A field with its label, what to fill in, and what is wrong with it. */
export function Field({ of, label, hint, kind, fields, errors }: Props) {
  const name = FIELD_NAMES[of];
  const error = errors[of];
  const described = [...(hint ? [`${name}-uitleg`] : []), ...(error ? [`${name}-fout`] : [])].join(' ');
  const common = {
    id: name,
    name,
    autocomplete: 'off',
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
  return (
    <div class={fieldClass(error !== undefined)}>
      <label for={name}>{label}</label>
      {hint && <FieldHint name={name}>{hint}</FieldHint>}
      {error && <FieldError name={name} error={error} />}
      {kind === 'lines' ? (
        <textarea {...common} rows={4}>
          {fields[of]}
        </textarea>
      ) : (
        <input {...common} type={kind} value={fields[of]} />
      )}
    </div>
  );
}
