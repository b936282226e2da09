import type { Child } from 'hono/jsx';

/** The class of a field, or of a group of choices; marked at its side where what was filled in was not taken. */
export function fieldClass(wrong: boolean): string {
  return wrong ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field';
}

/** What to fill in; the field refers to it by `aria-describedby`. */
export function FieldHint({ name, children }: { readonly name: string; readonly children: Child }) {
  return (
    <p class="utrecht-form-field-description" id={`${name}-uitleg`}>
      {children}
    </p>
  );
}

export function FieldError({ name, error }: { readonly name: string; readonly error: string }) {
  return (
    <p class="utrecht-form-field-error-message" id={`${name}-fout`}>
      <span class="badge-sign" aria-hidden="true">
        ✕
      </span>{' '}
      {error}
    </p>
  );
}
