import { describe, expect, test } from 'vitest';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { EXAMPLE, exampleWith, lineOf, mistakesIn } from './planExample.ts';

describe('a fault in the YAML is told with its line and remedy', () => {
  test.each<[name: string, text: string, at: string, remedy: RegExp]>([
    ['a tab', exampleWith(['    name: Aa', '\tname: Aa']), '\tname: Aa', /spaties/],
    [
      'a quote that stays open',
      exampleWith(['title: Hoofdronde', 'title: "Hoofd" ronde']),
      '"Hoofd"',
      /aanhalingstekens|inspringing/,
    ],
    [
      'a wrong indentation',
      exampleWith(['    title: Hoofdronde', '   title: Hoofdronde']),
      '   title: Hoofdronde',
      /onder elkaar|dubbele punt/,
    ],
    ['two documents', `${EXAMPLE}---\nformat: 1\n`, '---', /eigen bestand/],
    ['a tag', exampleWith(['title: Hoofdronde', 'title: !ruby Hoofdronde']), '!ruby', /aanduiding/],
    [
      'an alias without an anchor',
      exampleWith(['waitsFor: [noted]', 'waitsFor: *eerder']),
      '*eerder',
      /&eerder/,
    ],
    ['a key that is a list', exampleWith(['informs:', '? [informs]\n    :']), '[informs]', /gewone naam/],
    [
      'a text with a colon',
      exampleWith(['title: Hoofdronde', 'title: Ronde: hoofd']),
      'Ronde: hoofd',
      /tussen aanhalingstekens/,
    ],
    [
      'a text with a percent sign',
      exampleWith(['title: Hoofdronde', 'title: %ronde']),
      '%ronde',
      /tussen aanhalingstekens/,
    ],
  ])('%s', (_name, text, at, remedy) => {
    const mistakes = mistakesIn(text);
    expect(mistakes.map(({ line }) => line)).toContain(lineOf(text, at));
    expect(mistakes.map((mistake) => mistake.remedy).join('\n')).toMatch(remedy);
  });

  test('a key that is there twice, with the line of the first; the rest is checked as well', () => {
    const text = exampleWith(
      ['    title: Hoofdronde\n', '    title: Hoofdronde\n    title: Ronde\n'],
      ['[noted]', '[nooit]'],
    );
    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({ path: 'milestones[3].waitsFor[0]', line: lineOf(text, 'nooit') }),
      {
        line: lineOf(text, 'title: Ronde'),
        path: 'rounds[0].title',
        problem: `De sleutel "title" staat twee keer in hetzelfde blok, ook op regel ${lineOf(text, 'title: Hoofdronde')}.`,
        remedy: 'Haal een van beide weg.',
      },
    ]);
  });

  test('aliases may repeat a list, but not blow the plan up', () => {
    expect(
      readPlan(
        exampleWith(
          ['[noted]', '&wait [noted]'],
          ['2026-Q2..2026-Q3}', '2026-Q2..2026-Q3, waitsFor: *wait}'],
        ),
      ),
    ).toHaveProperty('plan');
    const levels = 'abcdefghij'.split('').map(
      (name, i, all) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'x' : `*${all[i - 1]}`)
          .join(',')}]`,
    );
    for (const text of [
      levels.join('\n'),
      levels.slice(0, 4).join('\n'),
      `a: &a x\nb: [${Array(101).fill('*a').join(',')}]`,
    ]) {
      const mistakes = mistakesIn(text);
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]!.remedy).toContain('Schrijf de blokken uit');
    }
  });

  test.each(['['.repeat(50_000), `a: ${'{a: '.repeat(20_000)}`, '- '.repeat(40_000), '? '.repeat(3_000)])(
    'nesting without end (%#)',
    (text) => {
      expect(
        mistakesIn(text)
          .map(({ problem }) => problem)
          .join(),
      ).toContain('te diep genest');
    },
  );

  test('nothing, or a list, or a text is no plan', () => {
    for (const text of ['', '# alleen commentaar\n', 'null'])
      expect(mistakesIn(text)).toMatchObject([{ line: 1, problem: 'Het plan is leeg.' }]);
    for (const text of ['- a', 'een plan', '3'])
      expect(mistakesIn(text)).toMatchObject([{ line: 1, problem: 'Het plan is geen blok met sleutels.' }]);
  });
});
