/** Forms: one column, labels above, every target at least 44 pixels high (WCAG 2.1, 2.5.5 is AAA; thumbs are not). */
export const forms = `
.form { max-width: var(--text-width); }
fieldset { margin: 0; min-width: 0; }
fieldset:not(.utrecht-form-field--invalid) { padding: 0; border: 0; }
fieldset.utrecht-form-field--invalid { padding-block: 0; padding-inline-end: 0; border-block: 0; border-inline-end: 0; }
.utrecht-form-field { margin-block-end: var(--space-4); }
.utrecht-form-field > label, fieldset > legend { display: block; padding: 0; font-weight: 600; }
/* Floated, a legend is part of its fieldset's box: its border begins at the top. */
fieldset > legend { float: left; width: 100%; }
fieldset > legend + * { clear: both; }
input[type="file"] { display: block; width: 100%; min-height: 2.75rem; padding: var(--space-2); font: inherit; }
input[type="date"] { width: auto; min-width: 12rem; max-width: 100%; }
textarea { resize: vertical; }
textarea.code { font-family: var(--font-fixed); font-size: 0.875rem; }
.form-wide { max-width: none; }
.letters + form, main > section + form, main > section + p { margin-top: var(--space-3); }
[aria-invalid] { border-width: 2px; }
.choice { display: flex; align-items: flex-start; gap: var(--space-2); padding: var(--space-2) 0; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--link); }
.choice label { flex: 1; min-height: 1.5rem; }
.facts + .buttons { margin-top: var(--space-3); }
.buttons { display: flex; flex-wrap: wrap; gap: var(--space-3); }
a.button {
  display: inline-block;
  min-height: 2.75rem;
  padding: var(--space-2) var(--space-3);
  border: 2px solid var(--link);
  border-radius: var(--radius);
  background: var(--link);
  color: var(--ground);
  font-weight: 600;
  text-decoration: none;
}
.button-quiet { --utrecht-button-background-color: transparent; --utrecht-button-color: var(--link); }
a.button-quiet { background: transparent; color: var(--link); }
.button:hover { text-decoration: underline; }
.record, .notice { max-width: 50rem; margin-bottom: var(--space-3); }
.notice { margin-top: var(--space-3); flex-direction: column; }
.notice h2 { font-size: 1.1875rem; }

.facts > div { padding: var(--space-1) 0; }
.facts dd { max-width: var(--text-width); overflow-wrap: anywhere; }
@media (min-width: 48rem) {
  .facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: var(--space-3); align-items: baseline; }
}
`;
