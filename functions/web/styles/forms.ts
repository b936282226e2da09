/** Forms: one column, labels above, every target at least 44 pixels high (WCAG 2.1, 2.5.5 is AAA; thumbs are not). */
export const forms = `
.form { max-width: var(--text-width); }
.field { margin: 0 0 var(--space-4); padding: 0; border: 0; min-width: 0; }
.field > label, .field > legend { display: block; padding: 0; font-weight: 600; }
/* Floated, a legend is part of its fieldset's box: its border begins at the top. */
.field > legend { float: left; width: 100%; }
.field > legend + * { clear: both; }
.field > .under { margin: 0 0 var(--space-1); }
.field-wrong { padding-left: var(--space-3); border-left: 4px solid var(--stopped); }
.field-error { margin: 0 0 var(--space-1); color: var(--stopped); font-weight: 600; }
input, textarea, button { font: inherit; color: inherit; }
input[type="text"], input[type="date"], input[type="file"], textarea {
  display: block;
  width: 100%;
  min-height: 2.75rem;
  padding: var(--space-2);
  background: var(--surface);
  border: 1px solid var(--line-strong);
  border-radius: var(--radius);
}
input[type="date"] { width: auto; min-width: 12rem; max-width: 100%; }
textarea { resize: vertical; }
[aria-invalid] { border: 2px solid var(--stopped); }
.choice { display: flex; align-items: flex-start; gap: var(--space-2); padding: var(--space-2) 0; }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--link); }
.choice label { flex: 1; min-height: 1.5rem; }
.facts + .buttons { margin-top: var(--space-3); }
.buttons { display: flex; flex-wrap: wrap; gap: var(--space-3); }
.button {
  min-height: 2.75rem;
  padding: var(--space-2) var(--space-3);
  border: 2px solid var(--link);
  border-radius: var(--radius);
  background: var(--link);
  color: var(--ground);
  font-weight: 600;
  cursor: pointer;
}
a.button { display: inline-block; text-decoration: none; }
.button-quiet { background: transparent; color: var(--link); }
.button:hover { text-decoration: underline; }
.record, .notice { max-width: 50rem; margin-bottom: var(--space-3); }
.notice { border-left: 5px solid var(--stopped); }
.notice h2 { font-size: 1.1875rem; }

.facts { margin: 0 0 var(--space-2); }
.facts > div { padding: var(--space-1) 0; }
.facts dt { color: var(--text-quiet); font-size: 0.875rem; }
.facts dd { margin: 0; max-width: var(--text-width); overflow-wrap: anywhere; }
@media (min-width: 48rem) {
  .facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: var(--space-3); align-items: baseline; }
}
`;
