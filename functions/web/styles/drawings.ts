/**
 * Drawings: their shapes take the colours of the page, in light and in dark. A bar that carries meaning has a line of
 * at least 3:1 around it (WCAG 2.1, 1.4.11), and differs by more than its colour.
 */
export const drawings = `
.wide-drawing { overflow-x: auto; margin: 0 calc(-1 * var(--space-2)) var(--space-2); padding: 0 var(--space-2); }
.timeline, .chain { display: block; font: 13px/1 var(--font); fill: var(--text); }
.wide-drawing > .timeline { width: 100%; height: auto; min-width: 62.5rem; }
.timeline .grid { stroke: var(--line); }
.timeline .grid-year { stroke: var(--line-strong); }
.timeline .year, .timeline .group-title { font-weight: 700; }
.timeline .quarter { fill: var(--text-quiet); font-size: 12px; }
.timeline .label, .timeline .group-title, .timeline .today-text {
  paint-order: stroke;
  stroke: var(--surface);
  stroke-width: 3px;
  stroke-linejoin: round;
}
.timeline .label-critical { font-weight: 700; }
.timeline .label-flag { fill: var(--warning); font-weight: 700; }
.timeline .bar-planned { fill: var(--group); stroke: var(--line-strong); }
.timeline .bar-done { fill: var(--done); }
.timeline .bar-under-way { fill: var(--active); }
.timeline .bar-expected { fill: var(--active-ground); stroke: var(--active); stroke-dasharray: 4 2; }
.timeline .bar-critical { fill: var(--active-ground); stroke: var(--active); stroke-width: 2.5px; }
.timeline .bar-late { fill: var(--stopped); }
.timeline .bar-stopped { fill: var(--warning-ground); stroke: var(--warning); }
.timeline .due { fill: none; stroke: var(--text); stroke-width: 2px; }
.timeline .today { fill: none; stroke: var(--stopped); stroke-width: 2px; }
.timeline .today-text { fill: var(--stopped); font-weight: 700; }
.timeline .recess { fill: var(--warning); }
.timeline .recess-band { fill: var(--warning-ground); opacity: 0.5; }
.chain .way { fill: none; stroke: var(--line-strong); stroke-width: 1.5px; }
.chain .arrow { fill: var(--line-strong); }
.chain rect { fill: var(--surface); stroke: var(--line-strong); }
.chain .state-word { font-weight: 600; }
.chain .state-name { fill: var(--text-quiet); font: 11px/1 var(--font-fixed); }
.chain .state-passed rect { fill: var(--done-ground); stroke: var(--done); }
.chain .state-passed text { fill: var(--done); }
.chain .state-now rect { fill: var(--active-ground); stroke: var(--active); stroke-width: 3px; }
.chain .state-now text { fill: var(--active); }
.earlier { margin-top: var(--space-3); }
.legend { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); list-style: none; padding: 0; font-size: 0.875rem; max-width: none; }
.legend .swatch { display: inline-block; vertical-align: middle; }
.matrix th a { overflow-wrap: anywhere; }
@media (min-width: 48rem) {
  .matrix thead th:first-child { width: 22%; }
  .matrix thead th:not(:first-child) { width: auto; }
}
@media (max-width: 47.99rem) {
  .matrix td { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .matrix .under { display: inline; }
}
.glance { margin-bottom: var(--space-3); }
.parts { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); max-width: none; }
`;
