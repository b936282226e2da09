/** Statuses: a word, a sign and a colour. The border keeps its shape where colours are forced away. */
export const marks = `
.badge {
  display: inline-flex;
  align-items: baseline;
  gap: 0.4em;
  margin: 0 var(--space-1) 0.125rem 0;
  padding: 0.05rem 0.5rem;
  border: 1px solid currentcolor;
  border-radius: 1rem;
  font-size: 0.875rem;
  font-weight: 600;
  line-height: 1.4;
}
.badge-sign { font-size: 0.8em; }
.badge-done { color: var(--done); background: var(--done-ground); }
.badge-active { color: var(--active); background: var(--active-ground); }
.badge-waiting { color: var(--waiting); background: var(--waiting-ground); }
.badge-warning { color: var(--warning); background: var(--warning-ground); }
.badge-stopped { color: var(--stopped); background: var(--stopped-ground); }
`;
