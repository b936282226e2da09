/** Who is signed in, at the top of every page. */
export const access = `
.visitor { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-3); margin: 0; }
.site-stage:has(+ .visitor) { margin-right: auto; }
.visitor { font-size: 0.875rem; --utrecht-document-font-size: 0.875rem; --utrecht-document-color: currentcolor; --utrecht-link-color: currentcolor; }
.visitor p { margin: 0; }
.visitor-name { font-weight: 700; overflow-wrap: anywhere; }
.visitor a { color: inherit; padding: var(--space-1) 0; }
.visitor button {
  --utrecht-button-background-color: transparent;
  --utrecht-button-color: currentcolor;
  --utrecht-button-border-color: currentcolor;
  --utrecht-button-border-width: 1px;
  --utrecht-button-font-size: 0.875rem;
  --utrecht-button-font-weight: 400;
  --utrecht-button-min-block-size: 2rem;
  --utrecht-button-padding-block-start: var(--space-1);
  --utrecht-button-padding-block-end: var(--space-1);
  --utrecht-button-padding-inline-start: var(--space-2);
  --utrecht-button-padding-inline-end: var(--space-2);
}
.visitor button:hover { text-decoration: underline; }

@media print {
  .visitor { display: none; }
}
`;
