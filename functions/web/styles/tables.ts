/** Tables; below 48rem each row becomes a card in which every value carries its column's heading. */
export const tables = `
.group th { background: var(--group); padding: var(--space-1) var(--space-2); }
.group-count { font-weight: 400; color: var(--text-quiet); }
.under { display: block; color: var(--text-quiet); font-size: 0.875rem; font-weight: 400; }
.no-value { color: var(--text-quiet); }
.plain { list-style: none; margin: 0; padding: 0; }
.plain li + li { margin-top: var(--space-1); }

@media (min-width: 48rem) {
  table { table-layout: fixed; }
  thead th { font-size: 0.875rem; }
  thead th:first-child { width: 25%; }
  thead th:nth-child(2) { width: 20%; }
  thead th:nth-child(3), thead th:nth-child(4) { width: 15.5%; }
}

@media (max-width: 47.99rem) {
  .stacking, .stacking caption, .stacking tbody, .stacking tr, .stacking th, .stacking td { display: block; }
  .stacking thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stacking tr:not(.group) { padding: var(--space-2) 0; }
  .stacking tr:not(.group) + tr { border-top: 1px solid var(--line); }
  .stacking tbody + tbody { margin-top: var(--space-2); }
  .stacking tr:not(.group) > * { padding: 0.125rem 0; }
  .stacking td { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: var(--space-2); }
  .stacking td::before {
    content: attr(data-label);
    content: attr(data-label) / "";
    color: var(--text-quiet);
    font-size: 0.875rem;
    line-height: 1.7;
  }
  .stacking .no-value { display: none; }
  .stacking th, .value { hyphens: auto; }
  .group-count { display: block; }
}
`;
