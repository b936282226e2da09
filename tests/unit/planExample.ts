import type { PlanMistake } from '../../functions/domain/plan/planMistake.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';

/** A small valid plan; tests change one line of it and look at what is said. */
export const EXAMPLE = `format: 1
id: voorbeeld
title: Voorbeeld
lead: {name: Projectleider, mail: lead@regio.example}
participants:
  - code: GM0001
    name: Aa
    college: {name: College Aa, mail: college@aa.example}
    council: {name: Raad Aa, mail: griffie@aa.example}
  - code: GM0002
    name: Bee
    college: {name: College Bee, mail: college@bee.example}
    council: {name: Raad Bee, mail: griffie@bee.example}
bodies:
  - {id: rac, name: Commissie, mail: rac@regio.example}
partners:
  - {id: bedrijf, name: Bedrijf, mail: info@bedrijf.example}
milestones:
  - {id: prepare, title: Voorbereiden, kind: task, owner: organisation, period: 2026-01}
  - {id: proposal, title: Voorstel, kind: decision, owner: colleges, period: 2026-Q1, waitsFor: [prepare]}
  - {id: noted, title: Kennisnemen, kind: note, owner: rac, period: 2026-Q2, waitsFor: [proposal]}
  - {id: adopted, title: Vaststellen, kind: decision, owner: councils, period: 2026-Q2, waitsFor: [noted]}
  - {id: consult, title: Raadplegen, kind: consultation, owner: [organisation, bedrijf], period: 2026-Q2..2026-Q3}
rounds:
  - id: main
    title: Hoofdronde
    stages:
      - {ask: colleges, role: decide, milestone: proposal}
      - {ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}
      - {ask: councils, role: decide, milestone: adopted}
    informs: [bedrijf]
`;

/** The example with one piece of it replaced; the piece must be there once. */
export function exampleWith(...changes: readonly (readonly [piece: string, by: string])[]): string {
  return changes.reduce((text, [piece, by]) => {
    if (text.split(piece).length !== 2) throw new Error(`${piece} is not there exactly once`);
    return text.replace(piece, () => by);
  }, EXAMPLE);
}

/** Line, from 1, of the first line that holds a piece of text. */
export function lineOf(text: string, piece: string): number {
  const index = text.split('\n').findIndex((line) => line.includes(piece));
  if (index < 0) throw new Error(`${piece} is not in the text`);
  return index + 1;
}

export function mistakesIn(text: string): PlanMistake[] {
  const result = readPlan(text);
  return 'mistakes' in result ? result.mistakes : [];
}
