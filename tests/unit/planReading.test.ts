import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodiesOf, bodiesOfStage } from '../../functions/domain/plan/bodies.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { EXAMPLE, exampleWith, lineOf, mistakesIn } from './planExample.ts';

const planIn = (path: string) => {
  const result = readPlan(readFileSync(new URL(path, import.meta.url), 'utf8'));
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes, null, 1));
  return result.plan;
};

describe('the plan of the visietraject', () => {
  const plan = planIn('../../workflows/plans/visietraject.yaml');

  test('has the milestones of the memo, in its order', () => {
    expect(
      plan.milestones.map(({ id, period, kind, waitsFor }) => [id, period, kind, ...waitsFor].join(' ')),
    ).toEqual([
      'process-proposal 2025-12 decision',
      'rac-informed 2026-Q1 note process-proposal',
      'councils-informed 2026-Q1 note process-proposal',
      'analysis-with-partners 2026-Q1 consultation process-proposal',
      'tender-guidance 2026-Q1 task process-proposal',
      'communication-strategy 2026-Q1 task process-proposal',
      'prepare-phase-2 2026-Q1 task process-proposal',
      'phase-2-start 2026-Q2 decision prepare-phase-2 analysis-with-partners tender-guidance communication-strategy',
      'start-phase-2 2026-Q2 task phase-2-start',
      'partner-consultation 2026-Q2..2027-Q3 consultation start-phase-2',
      'councils-joint-input 2026-Q2..2027-Q3 session start-phase-2',
      'principles-per-council 2026-Q2..2027-Q3 session councils-joint-input',
      'principles-adopted 2026-Q2..2027-Q3 decision principles-per-council',
      'client-consultation 2026-Q2..2027-Q3 consultation start-phase-2',
      'draw-up-vision 2026-Q2..2027-Q3 task principles-adopted partner-consultation client-consultation',
      'vision-to-councils 2027-Q3 decision draw-up-vision',
      'vision-adopted 2027-Q3 decision vision-to-councils',
    ]);
  });

  test('has four rounds, each with the bodies of the memo', () => {
    expect(
      plan.rounds.map(({ id, stages }) => [
        id,
        ...stages.map(({ ask, role, milestone }) => `${ask} ${role} ${milestone ?? '-'}`),
      ]),
    ).toEqual([
      [
        'process-proposal',
        'colleges decide process-proposal',
        'rac note rac-informed',
        'councils note councils-informed',
      ],
      ['phase-2-start', 'colleges decide phase-2-start'],
      ['principles', 'councils decide principles-adopted'],
      ['vision', 'colleges decide vision-to-councils', 'rac note -', 'councils decide vision-adopted'],
    ]);
    expect(plan.rounds.map(({ informs }) => informs)).toEqual([
      [],
      ['gr-fryslan-west', 'nv-empatec'],
      [],
      [],
    ]);
  });

  test('takes silence for noting only where bodies take note', () => {
    const stages = plan.rounds.flatMap((round) => round.stages);
    for (const { role, silence } of stages)
      expect(silence).toEqual(role === 'note' ? { means: 'noted', after: 30 } : undefined);
  });

  test('names four municipalities, each with a college and a council, and no address that exists', () => {
    expect(plan.participants.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'GM1900 Súdwest-Fryslân',
      'GM0072 Harlingen',
      'GM1949 Waadhoeke',
      'GM1940 De Fryske Marren',
    ]);
    expect(bodiesOf(plan)).toHaveLength(9);
    for (const { mail } of [plan.lead, ...bodiesOf(plan), ...plan.partners])
      expect(mail).toMatch(/\.example$/);
  });
});

test('a plan of seven municipalities, without a RAC and with councils before colleges, is valid too', () => {
  const plan = planIn('../plans/zeven-gemeenten.yaml');
  const [framework] = plan.rounds;
  expect(framework!.stages.map((stage) => bodiesOfStage(plan, stage).length)).toEqual([1, 7, 7]);
  expect(framework!.stages.map(({ role, rule, amendedCounts }) => [role, rule, amendedCounts])).toEqual([
    ['advise', undefined, undefined],
    ['decide', 'unanimous', undefined],
    ['decide', 'majority', true],
  ]);
});

test('the example in docs/plan-format.md is valid', () => {
  const page = readFileSync(new URL('../../docs/plan-format.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1];
  expect(readPlan(example!)).toHaveProperty('plan');
});

describe('reading a plan', () => {
  test('gives the plan with what may be left out filled in', () => {
    const result = readPlan(EXAMPLE);
    expect(result).toHaveProperty('plan.milestones.0.waitsFor', []);
    expect(result).toHaveProperty('plan.milestones.0.lead', 0);
  });

  test('tells every mistake at once, in the order of the lines, also between fields', () => {
    const text = exampleWith(
      ['title: Voorbeeld\n', 'titel: Voorbeeld\n'],
      ['mail: griffie@bee.example', 'mail: griffie'],
      ['period: 2026-Q1,', 'period: 2026-1,'],
      ['waitsFor: [noted]', 'waitsFor: [notd]'],
      ['{ask: councils,', '{ask: [councils, rac],'],
      ['informs: [bedrijf]', 'informs: [bedrijven]'],
    );
    const mistakes = mistakesIn(text);
    expect(mistakes.map(({ path }) => path)).toEqual([
      'title',
      'titel',
      'participants[1].council.mail',
      'milestones[1].period',
      'milestones[3].waitsFor[0]',
      'rounds[0].stages[2].ask',
      'rounds[0].stages[2].ask[1]',
      'rounds[0].informs[0]',
    ]);
    expect(mistakes.map(({ line }) => line)).toEqual([
      1,
      lineOf(text, 'titel'),
      lineOf(text, 'mail: griffie}'),
      lineOf(text, 'period: 2026-1,'),
      lineOf(text, 'notd'),
      lineOf(text, '[councils, rac]'),
      lineOf(text, '[councils, rac]'),
      lineOf(text, 'bedrijven'),
    ]);
  });

  test('does not call missing what only could not be read', () => {
    // Neither the milestone without an id nor the participants that are no list make the others unknown.
    const text = exampleWith(
      ['{id: noted, ', '{ide: noted, '],
      ['participants:\n', 'participants: vier\nother:\n'],
    );
    const problems = mistakesIn(text).map(({ problem }) => problem);
    expect(
      problems.filter((problem) => /is er niet|is geen (groep|partner)|geen leden/.test(problem)),
    ).toEqual([]);
    expect(problems).toContain('De sleutel "id" ontbreekt.');
  });

  test('of more than 200 KB is refused as one mistake', () => {
    const mistakes = mistakesIn(`${EXAMPLE}# ${'é'.repeat(103_000)}\n`);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatchObject({ line: 1, path: '' });
    expect(mistakes[0]!.problem).toContain('hoogstens 200 KB');
    expect(mistakes[0]!.remedy).toContain('Kort het plan in');
    expect(readPlan(`${EXAMPLE}# ${'e'.repeat(190_000)}\n`)).toHaveProperty('plan');
  });
});

// The record keeps a plan in one row, and DynamoDB refuses one of more than 400 KB; it would be refused at the start.
test('a plan that its aliases make too large to be kept is told so, with what to do', () => {
  const numbers = Array.from({ length: 90 }, (_, index) => index + 1);
  const text = exampleWith(
    [
      'milestones:\n',
      `milestones:\n${numbers.map((n) => `  - {id: m${n}, title: M, kind: decision, owner: colleges, period: 2026-01}\n`).join('')}`,
    ],
    [
      'rounds:\n',
      `rounds:\n${numbers
        .map((n) => {
          const proposal = n === 1 ? `&voorstel "${'€'.repeat(1900)}"` : '*voorstel';
          return `  - {id: r${n}, title: R, proposal: ${proposal}, stages: [{ask: colleges, role: decide, milestone: m${n}}]}\n`;
        })
        .join('')}`,
    ],
  );
  expect(Buffer.byteLength(text)).toBeLessThan(30_000);
  expect(mistakesIn(text)).toEqual([
    {
      line: 1,
      path: '',
      problem: expect.stringMatching(/^Het plan is uitgeschreven 5\d\d KB groot; er kan hoogstens 390 KB/),
      remedy: 'Kort het plan in of verdeel het over twee trajecten.',
    },
  ]);
});
