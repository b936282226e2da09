import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planHash } from '../../functions/domain/plan/planHash.ts';
import { planYaml } from '../../functions/domain/plan/planYaml.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { EXAMPLE, exampleWith } from './planExample.ts';

const FOLDERS = ['../../workflows/plans/', '../plans/'].map((folder) => new URL(folder, import.meta.url));
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => new URL(file, folder)),
);

function planOf(text: string): Plan {
  const read = readPlan(text);
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
  return read.plan;
}

describe('a plan written as a file', () => {
  test.each(FILES.map((file) => [file.pathname.split('/').at(-1), file] as const))(
    'is read as the same plan: %s',
    (_name, file) => {
      const plan = planOf(readFileSync(file, 'utf8'));
      expect(planHash(planOf(planYaml(plan)))).toBe(planHash(plan));
    },
  );

  test.each([
    ['a colon', 'Voorstel: fase 1'],
    ['a hash', 'Fase #1 # geen opmerking'],
    ['quotes', '"aangehaald" en \'enkel\''],
    ['what YAML takes for another word', 'null'],
    ['a dash', '- lijst'],
    ['brackets and commas', '[a, b] {c: d}'],
    ['a number', '2026'],
    ['signs of other scripts', 'Súdwest-Fryslân ≥ €'],
    ['an alias', '*naam &anker !tag'],
    ['as many signs as a title may have', 'x '.repeat(99).concat('xx')],
  ])('keeps a title with %s', (_what, title) => {
    const plan = { ...planOf(EXAMPLE), title };
    expect(planOf(planYaml(plan)).title).toBe(title);
  });

  test('keeps a proposal of several lines', () => {
    const proposal = 'Eerste regel.\n\n  Ingesprongen: ja.\n# geen opmerking';
    const plan = planOf(exampleWith(['    title: Hoofdronde\n', `    title: Hoofdronde\n    proposal: X\n`]));
    const longer = { ...plan, rounds: [{ ...plan.rounds[0]!, proposal }] };
    const again = planOf(planYaml(longer));
    expect(again.rounds[0]?.proposal).toBe(proposal);
    expect(planHash(again)).toBe(planHash(longer));
  });

  test('leaves out what is usual, and writes a milestone on one line where it fits', () => {
    const text = planYaml(planOf(EXAMPLE));
    expect(text).not.toMatch(/waitsFor: \[ ?\]|lead: 0|informs: \[ ?\]/);
    expect(text).toContain(
      '  - { id: prepare, title: Voorbereiden, kind: task, owner: organisation, period: 2026-01 }\n',
    );
    // Guards: planYaml.ts: LONGEST_LINE.
    expect(text).toContain('  - id: consult\n    title: Raadplegen\n');
  });
});
