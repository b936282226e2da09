/** Statuses: a word, a sign and a colour. The border keeps its shape where colours are forced away. */
export const marks = `
.badge { display: inline-flex; align-items: baseline; gap: 0.4em; margin: 0 var(--space-1) 0.125rem 0; border-style: solid; }
.badge-sign { font-size: 0.8em; }
`;
