/** The parts of a trajectory, from top to bottom. */
export const sections = `
.lead { font-size: 1.125rem; color: var(--text-quiet); }
.quiet { color: var(--text-quiet); }
.card {
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  padding: var(--space-3);
}
.card > :last-child { margin-bottom: 0; }

main > section, article > section { margin-top: var(--space-4); }
.trajectory { margin-top: var(--space-5); padding-top: var(--space-3); border-top: 4px solid var(--header); }
.trajectory + section { margin-top: var(--space-5); }
.empty { margin-top: var(--space-4); max-width: 45rem; }
nav { margin-bottom: var(--space-2); }
nav a::before { content: "\\2190"; content: "\\2190" / ""; margin-right: 0.4em; }

.summary {
  display: flex;
  flex-wrap: wrap;
  gap: var(--space-3) var(--space-5);
  margin: var(--space-3) 0 0;
}
.summary dt { color: var(--text-quiet); font-size: 0.875rem; }
.summary dd { margin: 0; font-weight: 600; }
.summary code { font-weight: 400; }
progress {
  appearance: none;
  display: block;
  width: 100%;
  height: 0.5rem;
  margin-top: var(--space-1);
  border: 1px solid var(--line-strong);
  border-radius: 1rem;
  background: var(--surface);
  overflow: hidden;
}
progress::-webkit-progress-bar { background: var(--surface); }
progress::-webkit-progress-value { background: var(--link); }
progress::-moz-progress-bar { background: var(--link); }

.turns, .attention { list-style: none; padding: 0; display: grid; gap: var(--space-3); }
.turns { grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); }
.turn { border-left: 5px solid var(--active); }
.turn p { margin-bottom: var(--space-1); }
.turn-who { font-weight: 700; font-size: 1.0625rem; }
.attention .card { border-left: 5px solid var(--warning); }
.list-title { margin: var(--space-3) 0 var(--space-1); font-weight: 600; }

.round { margin-bottom: var(--space-3); }
.round-facts { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-3); max-width: none; }
.note, .written { white-space: pre-line; overflow-wrap: anywhere; }
.note { border-left: 3px solid var(--line-strong); padding-left: var(--space-2); }
.letters { list-style: none; padding: 0; margin-top: var(--space-3); display: grid; gap: var(--space-3); }
pre code { font-size: 0.875rem; }
.mail-text { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; max-width: var(--text-width); }
.link-list { list-style: none; padding: 0; }
.link-list li { padding: var(--space-1) 0; }
`;
