import { expect, test } from 'vitest';
import { exampleWith, lineOf, mistakesIn } from './planExample.ts';

type Change = readonly [piece: string, by: string];

/**
 * What is wrong between fields. Each: the rule, the changes that break it, a piece of the line that must be
 * named, what is said, and what the remedy tells to do. Nothing else may be reported.
 */
test.each<[rule: string, changes: Change[], at: string, problem: RegExp, remedy: RegExp]>([
  [
    'an unknown body is asked',
    [['{ask: rac,', '{ask: [rac, GM0009/council],']],
    'GM0009',
    /"GM0009\/council" is geen groep of orgaan/,
    /Verbeter de naam of voeg hem toe; het plan kent: colleges, councils, GM0001\/college/,
  ],
  [
    'an unknown group is asked',
    [['{ask: councils,', '{ask: raden,']],
    'ask: raden',
    /"raden" is geen groep of orgaan/,
    /Verbeter de naam/,
  ],
  [
    'a partner is asked',
    [['{ask: rac,', '{ask: bedrijf,']],
    'ask: bedrijf',
    /"bedrijf" is geen orgaan/,
    /bij "informs"/,
  ],
  [
    'the organisation is asked',
    [['{ask: rac,', '{ask: organisation,']],
    'ask: organisation',
    /geen orgaan/,
    /maak .* een mijlpaal/,
  ],
  [
    'an unknown owner',
    [['owner: [organisation, bedrijf]', 'owner: [organisation, bedrif]']],
    'bedrif]',
    /"bedrif" is geen groep, orgaan of partner/,
    /het plan kent: .*bedrijf/,
  ],
  [
    'an unknown partner is informed',
    [['informs: [bedrijf]', 'informs: [rac]']],
    'informs: [rac]',
    /"rac" is geen partner/,
    /het plan kent: bedrijf/,
  ],
  [
    'a group without members',
    [
      ['    council: {name: Raad Aa, mail: griffie@aa.example}\n', ''],
      ['    council: {name: Raad Bee, mail: griffie@bee.example}\n', ''],
      ['owner: councils', 'owner: rac'],
    ],
    'ask: councils',
    /groep "councils" heeft geen leden/,
    /Geef minstens één deelnemer een council/,
  ],
  [
    'a group without members owns a milestone',
    [
      ['    council: {name: Raad Aa, mail: griffie@aa.example}\n', ''],
      ['    council: {name: Raad Bee, mail: griffie@bee.example}\n', ''],
      ['ask: councils', 'ask: extra'],
      ['partners:\n', '  - {id: extra, name: Extra, mail: extra@regio.example}\npartners:\n'],
    ],
    'owner: councils',
    /groep "councils" heeft geen leden/,
    /of noem een ander orgaan/,
  ],
  [
    'bodies of different groups in a stage',
    [
      ['{ask: councils,', '{ask: [extra, councils],'],
      ['partners:\n', '  - {id: extra, name: Extra, mail: extra@regio.example}\npartners:\n'],
    ],
    '[extra, councils]',
    /verschillende soort: gezamenlijke organen en raden/,
    /Maak er twee stappen van/,
  ],
  [
    'a body twice in a stage',
    [['{ask: rac,', '{ask: [rac, rac],']],
    '[rac, rac]',
    /vraagt rac meer dan eens/,
    /Noem elk orgaan één keer/,
  ],
  [
    'a body besides its group',
    [['{ask: councils,', '{ask: [councils, GM0002/council],']],
    '[councils,',
    /vraagt GM0002\/council meer dan eens/,
    /haal de groep weg of de losse namen/,
  ],
  [
    'a body in two stages of a round',
    [['    informs: [bedrijf]', '      - {ask: rac, role: advise}\n    informs: [bedrijf]']],
    'role: advise',
    /Ronde "main" vraagt rac al in een eerdere stap/,
    /Vraag elk orgaan in één stap van de ronde, of geef de latere stap een eigen ronde/,
  ],
  [
    'a body in an earlier stage than its group',
    [['    informs: [bedrijf]', '      - {ask: colleges, role: decide}\n    informs: [bedrijf]']],
    'ask: colleges, role: decide}',
    /Ronde "main" vraagt GM0001\/college, GM0002\/college al in een eerdere stap/,
    /Vraag elk orgaan in één stap/,
  ],
  [
    'a milestone waits for an unknown one',
    [['waitsFor: [noted]', 'waitsFor: [noted, notd]']],
    'notd',
    /"adopted" wacht op "notd", maar die mijlpaal is er niet/,
    /Verbeter de naam of voeg mijlpaal "notd" toe/,
  ],
  [
    'a milestone waits for itself',
    [['Q2..2026-Q3}', 'Q2..2026-Q3, waitsFor: [consult]}']],
    '[consult]',
    /kring op elkaar: consult → consult/,
    /Haal een van deze namen weg bij "waitsFor"/,
  ],
  [
    'milestones wait for each other in a circle',
    [['period: 2026-01}', 'period: 2026-Q1..2026-Q3, waitsFor: [adopted]}']],
    'waitsFor: [prepare]',
    /kring op elkaar: prepare → adopted → noted → proposal → prepare/,
    /Haal een van deze namen weg/,
  ],
  [
    'a round waits for itself',
    [
      ['period: 2026-01}', 'period: 2026-Q1..2026-Q3, waitsFor: [adopted]}'],
      ['waitsFor: [noted]', 'waitsFor: []'],
    ],
    'waitsFor: [prepare]',
    /besluitronde wacht zo op zichzelf: prepare → adopted → noted → proposal → prepare/,
    /geef de latere stap een eigen ronde/,
  ],
  [
    'a period ends before it begins',
    [['2026-Q2..2026-Q3', '2026-Q3..2026-Q2']],
    'Q3..2026-Q2',
    /"2026-Q3..2026-Q2" eindigt voordat zij begint/,
    /Zet het begin voor "\.\."/,
  ],
  [
    'a period lies before that of its predecessor',
    [['period: 2026-01}', 'period: 2026-Q2}']],
    '{id: proposal',
    /"proposal" \(2026-Q1\) ligt voor "prepare" \(2026-Q2\)/,
    /Zet "proposal" later of "prepare" eerder/,
  ],
  [
    'a period lies before that of the stage before',
    [
      ['period: 2026-Q2, waitsFor: [noted]', 'period: 2026-04, waitsFor: []'],
      ['period: 2026-Q2, waitsFor: [proposal]', 'period: 2026-05, waitsFor: [proposal]'],
    ],
    '{id: adopted',
    /"adopted" \(2026-04\) ligt voor "noted"/,
    /draai de stappen van de ronde om/,
  ],
  [
    'silence where a body decides',
    [['milestone: adopted}', 'silence: {means: noted, after: 30}, milestone: adopted}']],
    '{ask: councils',
    /Stilte is nooit instemming/,
    /Haal "silence" weg/,
  ],
  [
    'silence where a body advises',
    [['{ask: rac, role: note', '{ask: rac, role: advise']],
    '{ask: rac',
    /Stilte is geen advies/,
    /Haal "silence" weg, of maak er "role: note" van/,
  ],
  [
    'a rule where nothing is decided',
    [['{ask: rac, role: note,', '{ask: rac, role: note, rule: majority,']],
    '{ask: rac',
    /"rule" hoort bij een stap die besluit/,
    /Haal "rule" weg, of maak er "role: decide" van/,
  ],
  [
    'amendedCounts where nothing is decided',
    [['{ask: rac, role: note,', '{ask: rac, role: note, amendedCounts: true,']],
    '{ask: rac',
    /"amendedCounts" hoort bij/,
    /Haal "amendedCounts" weg/,
  ],
  [
    'a participant twice',
    [['code: GM0002', 'code: GM0001']],
    'code: GM0001',
    /al een deelnemer met de naam "GM0001"/,
    /andere naam, of haal de dubbele weg/,
  ],
  [
    'a joint body twice',
    [['  - {id: rac,', '  - {id: rac, name: Eerste, mail: a@regio.example}\n  - {id: rac,']],
    'rac@regio',
    /al een orgaan of partner met de naam "rac"/,
    /andere naam/,
  ],
  [
    'a partner twice',
    [['partners:\n', 'partners:\n  - {id: bedrijf, name: Eerste, mail: a@regio.example}\n']],
    'info@bedrijf',
    /al een orgaan of partner met de naam "bedrijf"/,
    /andere naam/,
  ],
  [
    'a partner with the name of a joint body',
    [['partners:\n', 'partners:\n  - {id: rac, name: Eerste, mail: a@regio.example}\n']],
    'name: Eerste',
    /al een orgaan of partner met de naam "rac"/,
    /andere naam/,
  ],
  [
    'a milestone twice',
    [['  - {id: consult,', '  - {id: prepare,']],
    'title: Raadplegen',
    /al een mijlpaal met de naam "prepare"/,
    /andere naam/,
  ],
  [
    'a round twice',
    [
      [
        'rounds:\n',
        'rounds:\n  - id: main\n    title: Eerste\n    stages: [{ask: colleges, role: decide, milestone: extra}]\n',
      ],
      [
        'milestones:\n',
        'milestones:\n  - {id: extra, title: Extra, kind: decision, owner: colleges, period: 2026-01}\n',
      ],
    ],
    '  - id: main',
    /al een besluitronde met de naam "main"/,
    /andere naam/,
  ],
  [
    'a joint body with the name of a group',
    [['  - {id: rac,', '  - {id: colleges, name: Samen, mail: a@regio.example}\n  - {id: rac,']],
    '{id: colleges',
    /"colleges" is de naam van een groep/,
    /Kies een andere naam dan colleges, councils, organisation/,
  ],
  [
    'a partner with the name of a group',
    [['partners:\n', 'partners:\n  - {id: organisation, name: Samen, mail: a@regio.example}\n']],
    '{id: organisation',
    /"organisation" is de naam van een groep/,
    /Kies een andere naam/,
  ],
  [
    'a stage completes an unknown milestone',
    [
      ['milestone: noted}', 'milestone: notd}'],
      ['kind: note', 'kind: task'],
      ['waitsFor: [noted]', 'waitsFor: [proposal]'],
    ],
    'milestone: notd',
    /voltooit "notd", maar die mijlpaal is er niet/,
    /voeg mijlpaal "notd" toe/,
  ],
  [
    'a stage completes a task',
    [['kind: note', 'kind: task']],
    'milestone: noted}',
    /"noted" is van soort task/,
    /"kind: decision" of "kind: note"/,
  ],
  [
    'two stages complete a milestone',
    [
      ['    informs:', '      - {ask: extra, role: note, milestone: noted}\n    informs:'],
      ['partners:\n', '  - {id: extra, name: Extra, mail: extra@regio.example}\npartners:\n'],
    ],
    'role: note, milestone: noted',
    /"noted" wordt al voltooid door een stap van ronde "main"/,
    /Laat één stap hem voltooien/,
  ],
  [
    'two rounds complete a milestone',
    [
      [
        '    informs: [bedrijf]\n',
        '  - id: again\n    title: Nogmaals\n    stages:\n      - {ask: colleges, role: decide, milestone: adopted}\n',
      ],
    ],
    'ask: colleges, role: decide, milestone: adopted',
    /"adopted" wordt al voltooid door een stap van ronde "main"/,
    /Laat één stap hem voltooien/,
  ],
  [
    'no stage completes a decision',
    [[', milestone: adopted}', '}']],
    '{id: adopted',
    /Geen stap .* voltooit mijlpaal "adopted", van soort decision/,
    /Zet "milestone: adopted" bij de stap/,
  ],
  [
    'no stage completes a note',
    [[', milestone: noted}', '}']],
    '{id: noted',
    /Geen stap .* voltooit mijlpaal "noted", van soort note/,
    /of geef hem een andere soort/,
  ],
  [
    'a first stage without a milestone',
    [
      [', milestone: proposal}', '}'],
      ['Voorstel, kind: decision', 'Voorstel, kind: task'],
    ],
    '{ask: colleges',
    /eerste stap van ronde "main" heeft geen mijlpaal; die opent de ronde/,
    /Zet bij de eerste stap "milestone"/,
  ],
  [
    'a later stage waits for what the round does not wait for',
    [['waitsFor: [noted]', 'waitsFor: [noted, consult]']],
    '{id: adopted',
    /"adopted" wacht op "consult", maar ronde "main"/,
    /Geef "adopted" een eigen ronde, of laat "proposal" ook op "consult" wachten/,
  ],
])('%s', (_rule, changes, at, problem, remedy) => {
  const text = exampleWith(...changes);
  const mistakes = mistakesIn(text);
  expect(mistakes).toEqual([
    expect.objectContaining({
      problem: expect.stringMatching(problem),
      remedy: expect.stringMatching(remedy),
    }),
  ]);
  const lines = text.split('\n').flatMap((line, index) => (line.includes(at) ? [index + 1] : []));
  expect(lines).toContain(mistakes[0]!.line);
});

test('more than 40 bodies in a stage', () => {
  const bodies = Array.from(
    { length: 39 },
    (_, i) =>
      `  - {code: GM1${String(i).padStart(3, '0')}, name: G, college: {name: C, mail: c@g.example}}\n`,
  );
  const text = exampleWith(['bodies:\n', `${bodies.join('')}bodies:\n`]);
  expect(mistakesIn(text)).toMatchObject([
    {
      line: lineOf(text, 'ask: colleges'),
      path: 'rounds[0].stages[0].ask',
      problem: expect.stringContaining('41 organen'),
      remedy: expect.stringContaining('Verdeel'),
    },
  ]);
  expect(mistakesIn(text.replace(bodies[0]!, ''))).toEqual([]);
});

test('a later stage may wait for an earlier one, and for whatever the first waits for in the end', () => {
  expect(mistakesIn(exampleWith(['waitsFor: [noted]', 'waitsFor: [noted, proposal, prepare]']))).toEqual([]);
});

test('a longer period may begin before and end after that of its predecessor', () => {
  expect(mistakesIn(exampleWith(['period: 2026-01}', 'period: 2026-02}']))).toEqual([]);
  expect(mistakesIn(exampleWith(['period: 2026-01}', 'period: 2026-Q1..2026-Q4}']))).toEqual([]);
});

test('two circles are both named', () => {
  const text = exampleWith(
    ['period: 2026-01}', 'period: 2026-01, waitsFor: [prepare]}'],
    ['Q2..2026-Q3}', 'Q2..2026-Q3, waitsFor: [consult]}'],
  );
  expect(mistakesIn(text).map(({ line }) => line)).toEqual([
    lineOf(text, '[prepare]}'),
    lineOf(text, '[consult]'),
  ]);
});

test('two rounds that wait for each other are named', () => {
  const text = exampleWith(
    [
      'rounds:\n',
      'rounds:\n  - id: other\n    title: Andere\n    stages:\n      - {ask: colleges, role: decide, milestone: first}\n      - {ask: councils, role: decide, milestone: last}\n',
    ],
    [
      'milestones:\n',
      'milestones:\n  - {id: first, title: F, kind: decision, owner: colleges, period: 2026-Q2, waitsFor: [adopted]}\n  - {id: last, title: L, kind: decision, owner: councils, period: 2026-Q2}\n',
    ],
    ['period: 2026-01}', 'period: 2026-Q2}'],
    ['period: 2026-Q1, waitsFor: [prepare]', 'period: 2026-Q2, waitsFor: [last]'],
  );
  expect(mistakesIn(text)).toEqual([
    expect.objectContaining({
      problem: expect.stringContaining(
        'wacht zo op zichzelf: first → adopted → noted → proposal → last → first',
      ),
    }),
  ]);
});
