import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CouncilRequest, Reading } from '../../../functions/domain/councils/councilSystem.ts';
import { COUNCIL_SYSTEMS } from '../../../functions/domain/councils/councilSystems.ts';
import { meeting as ibabsMeeting, meetings as ibabsMeetings } from './ibabsAnswers.ts';
import { agendaItem, event, events, meeting, moduleItem, reference, spokenItem } from './notubizAnswers.ts';
import { hit, hits } from './oriAnswers.ts';

const poll = { url: 'https://raad.example/api', organisation: '9', body: 'council' } as const;
const STEPS = ['events', 'meeting', 'module-item', 'meetings', 'search'];
const KINDS = ['reading', 'layout-changed', 'refused', 'read'];

function readEverywhere(answer: string): Reading[] {
  return Object.values(COUNCIL_SYSTEMS).flatMap((system) =>
    STEPS.map((step) => {
      const first = system.first(poll, { from: '2026-04-07', until: '2026-05-13' }) as CouncilRequest;
      return system.read({ ...first, step }, answer, { poll, today: '2026-05-13', mayMatter: () => true });
    }),
  );
}

function holds(answer: string): void {
  for (const reading of readEverywhere(answer)) {
    expect(KINDS).toContain(reading.kind);
    if (reading.kind !== 'read') continue;
    for (const { url } of reading.more) expect(new URL(url).origin).toBe('https://raad.example');
    for (const { title, text } of reading.decisions) expect(`${title}${text}`).not.toContain('<b>');
  }
}

test('any JSON is read without a fault', () => {
  fc.assert(fc.property(fc.json(), holds));
});

test('any text is read without a fault', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds));
});

test('any nest of elements is read without a fault', () => {
  const name = fc.constantFrom(
    's:Envelope',
    's:Body',
    'a:Meetings',
    'iBabsMeeting',
    '__proto__',
    'toString',
    'b',
  );
  const { xml } = fc.letrec<{ xml: string }>((tie) => ({
    xml: fc.oneof(
      { depthSize: 'small' },
      fc.string({ maxLength: 10 }),
      fc
        .tuple(name, fc.array(tie('xml'), { maxLength: 3 }))
        .map(([tag, inside]) => `<${tag}>${inside.join('')}</${tag}>`),
    ),
  }));
  fc.assert(fc.property(xml, holds));
});

const GOOD = [
  events([event(31), event(32)], true),
  meeting(31, [
    spokenItem(6, '<b>Visie</b>', 'Besluit: aangenomen'),
    agendaItem(7, 'Visie', { module_items: [reference(8, 71)] }),
  ]),
  moduleItem(71, { 1: 'Visie', 62: 'aangenomen' }),
  hits(hit('1', { name: 'Visie', result: 'A' })),
  ibabsMeetings(ibabsMeeting([{ id: '6', title: 'Visie', votes: ['Aangenomen'], explanation: 'x' }])),
];

test('a good answer that was cut, or in which something was replaced, is read without a fault', () => {
  const replaced = fc.tuple(
    fc.constantFrom(...GOOD),
    fc.nat(2_000),
    fc.nat(40),
    fc.constantFrom('', 'null', '[]', '{}', '<', '&', '"', '-1', '<b>', '9'.repeat(400)),
  );
  fc.assert(
    fc.property(replaced, ([answer, at, length, by]) => {
      const from = at % answer.length;
      holds(`${answer.slice(0, from)}${by}${answer.slice(from + length)}`);
      holds(answer.slice(0, from));
    }),
    { numRuns: 300 },
  );
});
