import { expect, test } from 'vitest';
import { exampleWith, lineOf, mistakesIn } from './planExample.ts';

/** A field by itself: what is replaced, by what, the path that is named, what is wrong, and the remedy. */
test.each<[piece: string, by: string, path: string, problem: RegExp, remedy: RegExp]>([
  ['format: 1', 'format: 2', 'format', /"format" is 2/, /plannen van format 1/],
  ['id: voorbeeld', 'id: Voorbeeld_1', 'id', /"Voorbeeld_1"/, /kleine letters, cijfers/],
  [
    'id: main',
    'id: een-veel-te-lange-naam-voor-een-ronde',
    'rounds[0].id',
    /een-veel/,
    /hoogstens 32 tekens/,
  ],
  ['title: Hoofdronde', 'title: 2026', 'rounds[0].title', /"title" is 2026/, /aanhalingstekens: "2026"/],
  ['    title: Hoofdronde', '    title:', 'rounds[0].title', /"title" is leeg/, /tekst, niet leeg/],
  ['code: GM0001', 'code: gm1', 'participants[0].code', /"gm1"/, /zoals GM0072/],
  [
    'mail: lead@regio.example',
    'mail: lead@regio.example, phone: "bel mij"',
    'lead.phone',
    /"bel mij"/,
    /"0515 489 000"/,
  ],
  [
    'mail: lead@regio.example',
    'mail: lead@regio.example, phone: 0515489000',
    'lead.phone',
    /515489000/,
    /aanhalingstekens/,
  ],
  ['mail: rac@regio.example', 'mail: rac', 'bodies[0].mail', /"rac"/, /een e-mailadres/],
  [
    'kind: task',
    'kind: taak',
    'milestones[0].kind',
    /"taak"/,
    /decision, note, task, consultation of session/,
  ],
  ['kind: task, ', '', 'milestones[0].kind', /"kind" ontbreekt/, /Voeg hem toe; bedoeld is: decision/],
  [
    ', period: 2026-01',
    '',
    'milestones[0].period',
    /"period" ontbreekt/,
    /een maand \(2025-12\), een kwartaal/,
  ],
  ['period: 2026-01', 'period: 2026-13', 'milestones[0].period', /"2026-13"/, /een kwartaal \(2026-Q1\)/],
  ['period: 2026-01', 'period: 2026-01, lead: 61', 'milestones[0].lead', /61/, /hoogstens 60/],
  ['period: 2026-01', 'period: 2026-01, lead: 2.5', 'milestones[0].lead', /2\.5/, /een heel getal/],
  ['period: 2026-01', 'period: 2026-01, note: [x]', 'milestones[0].note', /een lijst/, /tekst/],
  ['waitsFor: [prepare]', 'waitsFor: prepare', 'milestones[1].waitsFor', /"prepare"/, /een lijst/],
  [
    'owner: [organisation, bedrijf]',
    'owner: []',
    'milestones[4].owner',
    /een lijst van 0/,
    /minstens één orgaan/,
  ],
  [
    'owner: [organisation, bedrijf]',
    'owner: {a: 1}',
    'milestones[4].owner',
    /een blok/,
    /één naam of een lijst van namen/,
  ],
  [
    'owner: [organisation, bedrijf]',
    'owner: [organisation, 7]',
    'milestones[4].owner[1]',
    /Nummer 2 van deze lijst is 7/,
    /aanhalingstekens/,
  ],
  [
    '{ask: rac, role: note',
    '{ask: rac, role: watch',
    'rounds[0].stages[1].role',
    /"watch"/,
    /decide, advise of note/,
  ],
  [
    'means: noted',
    'means: adopted',
    'rounds[0].stages[1].silence.means',
    /"adopted"/,
    /stilte telt hoogstens als kennisnemen/,
  ],
  ['after: 30', 'after: 0', 'rounds[0].stages[1].silence.after', /is 0/, /minstens 1/],
  [
    'milestone: proposal',
    'rule: most, milestone: proposal',
    'rounds[0].stages[0].rule',
    /"most"/,
    /unanimous of majority/,
  ],
  [
    'milestone: proposal',
    'amendedCounts: ja, milestone: proposal',
    'rounds[0].stages[0].amendedCounts',
    /"ja"/,
    /true of false/,
  ],
  [
    '  - {id: rac,',
    '  - rac\n  - {id: rac,',
    'bodies[0]',
    /Nummer 1 van deze lijst is "rac"/,
    /een blok met sleutels/,
  ],
  [
    '    informs: [bedrijf]',
    '    receives: [bedrijf]',
    'rounds[0].receives',
    /"receives" bestaat hier niet/,
    /hier kan: id, title, proposal, stages, informs/,
  ],
  [
    'silence: {means',
    'silence: {meaning: x, means',
    'rounds[0].stages[1].silence.meaning',
    /"meaning" bestaat hier niet/,
    /hier kan: means, after/,
  ],
])('%j → %j', (piece, by, path, problem, remedy) => {
  const text = exampleWith([piece, by]);
  const mistake = mistakesIn(text).find((found) => found.path === path);
  expect(mistake?.problem).toMatch(problem);
  expect(mistake?.remedy).toMatch(remedy);
  const line = lineOf(text, by.split('\n')[0] || '{id: prepare');
  expect(mistake?.line).toBe(line);
});
