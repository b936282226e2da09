import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundOfMilestone } from '../../functions/domain/plan/derived.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import { EXAMPLE } from './planExample.ts';

const REAL = readFileSync(new URL('../../workflows/plans/visietraject.yaml', import.meta.url), 'utf8');

/** Whatever the text: a plan, or at least one mistake, each with a line of the file and two sentences, in order. */
function answers(text: string) {
  const result = readPlan(text);
  if ('plan' in result) return;
  expect(result.mistakes.length).toBeGreaterThan(0);
  const lines = text.split('\n').length;
  for (const { line, problem, remedy } of result.mistakes) {
    expect(Number.isInteger(line) && line >= 1 && line <= lines).toBe(true);
    expect(problem).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  }
  const order = result.mistakes.map(({ line }) => line);
  expect(order).toEqual([...order].sort((a, b) => a - b));
}

test('any text is answered', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 60 })), answers));
});

test('any YAML-like text is answered', () => {
  const piece = fc.constantFrom(
    ...[
      '- ',
      ': ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&a ',
      '*a',
      '!',
      '"',
      "'",
      '|',
      '>',
      '#',
      '? ',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '<<: *a\n',
      '\t',
      '\r\n',
      '~',
      '2026-Q1',
      'milestones',
      'rounds',
      'id',
      'stages',
      'ask',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      answers,
    ),
    { numRuns: 400 },
  );
});

test('any value in the place of any of the plan is answered', () => {
  const keys = ['format', 'participants', 'bodies', 'partners', 'milestones', 'rounds', 'lead'] as const;
  const object = fc.object({
    key: fc.constantFrom(
      'id',
      'code',
      'stages',
      'ask',
      'milestone',
      'owner',
      'waitsFor',
      'period',
      '__proto__',
      'constructor',
    ),
    maxDepth: 3,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.oneof(object, fc.array(object), fc.jsonValue()),
      (key, value) => {
        // JSON is YAML, so a line of it can stand for a whole part of the plan.
        const part = new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'm');
        answers(EXAMPLE.replace(part, () => `${key}: ${JSON.stringify(value) ?? 'null'}\n`));
      },
    ),
    { numRuns: 300 },
  );
});

test('a plan with lines dropped, doubled, swapped or damaged is answered', () => {
  const change = fc.record({
    at: fc.nat(),
    to: fc.nat(),
    how: fc.constantFrom('drop', 'double', 'swap', 'cut', 'insert', 'indent'),
    text: fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.constantFrom('colleges', 'vision-adopted', 'GM1900', ': ', '2026-Q1'),
    ),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(EXAMPLE, REAL),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (text, changes) => {
        const lines = text.split('\n');
        for (const { at, to, how, text: piece } of changes) {
          const [one, other] = [at % lines.length, to % lines.length];
          const line = lines[one]!;
          const middle = to % (line.length + 1);
          if (how === 'drop') lines.splice(one, 1);
          if (how === 'double') lines.splice(other, 0, line);
          if (how === 'swap') [lines[one], lines[other]] = [lines[other]!, line];
          if (how === 'cut') lines[one] = line.slice(0, middle);
          if (how === 'insert') lines[one] = line.slice(0, middle) + piece + line.slice(middle);
          if (how === 'indent') lines[one] = ` ${line}`;
          if (lines.length === 0) lines.push('');
        }
        answers(lines.join('\n'));
      },
    ),
    { numRuns: 150 },
  );
});

test('reference names mixed up anywhere are answered', () => {
  const ids = [
    'prepare',
    'proposal',
    'noted',
    'adopted',
    'consult',
    'rac',
    'bedrijf',
    'colleges',
    'councils',
    'organisation',
    'main',
  ];
  const words = EXAMPLE.split(/\b/);
  const places = words.flatMap((word, place) => (ids.includes(word) ? [place] : []));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...ids)), { minLength: 1, maxLength: 8 }),
      (changes) => {
        const mixed = [...words];
        for (const [place, id] of changes) mixed[place] = id;
        answers(mixed.join(''));
      },
    ),
    { numRuns: 300 },
  );
});

/**
 * Does what the plan says until nothing is left to do, in the order that is hardest on the plan: a round runs as
 * soon as it opens, and only when no round can is one task done. Gives what was completed.
 */
function playedToTheEnd(plan: Plan): Set<string> {
  const done = new Set<string>();
  const opens = (id: string) =>
    !done.has(id) && plan.milestones.find((m) => m.id === id)!.waitsFor.every((name) => done.has(name));
  for (;;) {
    const round = plan.rounds.find(({ stages }) => opens(stages[0]!.milestone!));
    if (round) {
      for (const { milestone } of round.stages) if (milestone && opens(milestone)) done.add(milestone);
      continue;
    }
    const task = plan.milestones.find(({ id }) => !roundOfMilestone(plan, id) && opens(id));
    if (!task) return done;
    done.add(task.id);
  }
}

test('a plan without mistakes can be played to its end, whatever waits for what', () => {
  const ids = ['prepare', 'proposal', 'noted', 'adopted', 'consult', 'extra'];
  let valid = 0;
  fc.assert(
    fc.property(fc.array(fc.subarray(ids, { maxLength: 2 }), { minLength: 6, maxLength: 6 }), (waits) => {
      const milestones = ids.map((id, place) => {
        const kind = ['task', 'decision', 'note', 'decision', 'session', 'decision'][place]!;
        return { id, title: id, kind, owner: 'colleges', period: '2026-Q1', waitsFor: waits[place] };
      });
      const text = EXAMPLE.replace(
        /^milestones:\n(?: .*\n)*/m,
        () => `milestones: ${JSON.stringify(milestones)}\n`,
      ).replace(
        'rounds:\n',
        'rounds:\n  - {id: other, title: Andere, stages: [{ask: colleges, role: decide, milestone: extra}]}\n',
      );
      const result = readPlan(text);
      if ('mistakes' in result) return;
      valid += 1;
      expect([...playedToTheEnd(result.plan)].sort()).toEqual([...ids].sort());
    }),
    { numRuns: 600 },
  );
  expect(valid).toBeGreaterThan(5);
});
