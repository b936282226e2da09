/** Pages that are only read: flags, the money, the log. */
export const reading = `
.places { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); margin: 0 0 var(--space-3); }
.places a { padding: var(--space-1) 0; }
.places a::before { content: none; }
.count { font-size: 0.875rem; font-weight: 400; color: var(--text-quiet); }
.attention .signal-act { border-left-color: var(--stopped); }
.attention .signal-watch { border-left-color: var(--active); }
.signal-days { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); font-size: 0.875rem; }
details { margin: var(--space-3) 0; }
summary { cursor: pointer; padding: var(--space-2) 0; font-weight: 600; }
.resolved { list-style: none; padding: 0; }
.resolved li { padding: var(--space-2) 0; border-top: 1px solid var(--line); }

.pages { display: flex; flex-wrap: wrap; gap: var(--space-3); margin-top: var(--space-3); }
.chart { margin: var(--space-3) 0; }
.chart figcaption { font-weight: 600; }
.legend { list-style: none; padding: 0; margin: var(--space-1) 0; display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); font-size: 0.875rem; }
.swatch { width: 1rem; height: 0.75rem; margin-right: 0.4em; }
.plot { display: flex; gap: var(--space-1); height: 16rem; }
.plot svg { height: 100%; overflow: visible; }
.plot text { font-size: 0.6875rem; fill: var(--text-quiet); text-anchor: middle; }
.plot .amounts { flex: none; width: 4rem; }
.amounts text { text-anchor: end; }
.plot .drawing { flex: 1; min-width: 0; }
.axis-line { stroke: var(--line); }
.axis-zero { stroke: var(--line-strong); }
.axis-now { stroke: var(--line-strong); stroke-dasharray: 2 3; }
.bar-received, .bar-left { fill: var(--bar); }
.bar-ahead { fill: var(--active-ground); stroke: var(--bar); }
.bar-committed { fill: var(--bar-soft); stroke: var(--bar-strong); }
.bar-spent { fill: var(--bar-strong); }
.bar-whole { fill: var(--surface); stroke: var(--line-strong); }
.bar-estimate { fill: none; stroke: var(--line-strong); stroke-dasharray: 3 2; }
.measure { display: block; width: 100%; max-width: 16rem; height: 0.75rem; margin-top: var(--space-1); }
.money .sum > * { font-weight: 700; }
.money td { font-variant-numeric: tabular-nums; }

.choices { display: flex; flex-wrap: wrap; align-items: end; gap: var(--space-3); margin: var(--space-3) 0; }
.choice-field { flex: 1 1 12rem; min-width: 0; max-width: 24rem; }
.choice-field label { display: block; font-weight: 600; }
.choices .buttons { margin: 0; align-items: center; }
.choices input[type="date"], select { width: 100%; min-width: 0; }
.log th[scope="row"] { font-weight: 400; }
.log .value { overflow-wrap: anywhere; white-space: pre-line; }

@media (min-width: 48rem) {
  .log thead th:first-child { width: 18%; }
  .log thead th:nth-child(2) { width: auto; }
  .history thead th:nth-child(3) { width: 22%; }

  .money thead th, .money thead th:nth-child(n) { width: auto; }
  .money thead th:first-child { width: 22%; }
  .money.quarters thead th:first-child { width: 13%; }
  .money.by-year thead th:first-child { width: 10%; }
  .money.by-year thead th:last-child { width: 20%; }
  .money.quarters { font-size: 0.875rem; }
  .money td, .money thead th:not(:first-child) { text-align: right; }
}
`;
