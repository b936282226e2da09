/** Who is signed in, at the top of every page. */
export const access = `
.visitor { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-3); margin: 0; }
.site-stage:has(+ .visitor) { margin-right: auto; }
.visitor p { margin: 0; }
.visitor { font-size: 0.875rem; }
.visitor-name { font-weight: 700; overflow-wrap: anywhere; }
.visitor a { color: inherit; padding: var(--space-1) 0; }
.visitor button {
  font: inherit;
  color: inherit;
  background: transparent;
  border: 1px solid currentcolor;
  border-radius: var(--radius);
  padding: var(--space-1) var(--space-2);
  min-height: 2rem;
  cursor: pointer;
}
.visitor button:hover { text-decoration: underline; }

@media print {
  .visitor { display: none; }
}
`;
