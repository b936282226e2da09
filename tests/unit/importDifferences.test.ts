import { describe, expect, test } from 'vitest';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { contactDifferences } from '../../functions/domain/contacts/contactDifferences.ts';
import { changesNothing } from '../../functions/domain/importFile/bodyDifferences.ts';
import { differencesOf } from '../../functions/domain/importFile/differences.ts';
import { calendarDifferences } from '../../functions/domain/meetings/calendarDifferences.ts';

const contact = (name: string, changes: Partial<Contact> = {}): Contact => ({
  body: 'rac',
  role: 'secretary',
  name,
  mail: `${name.toLowerCase()}@regio.example`,
  replacements: [],
  ...changes,
});

describe('two lists of the same things', () => {
  const compared = (before: string[], after: string[]) =>
    differencesOf(
      before,
      after,
      (each) => each[0] ?? '',
      (each) => each,
    );

  test('differ in what is new, what is gone and what has other content', () => {
    expect(compared(['a1', 'b1', 'c1'], ['c2', 'd1', 'a1'])).toEqual({
      added: ['d1'],
      removed: ['b1'],
      changed: [['c1', 'c2']],
      kept: 1,
    });
  });

  // Guards: differences.ts: what stays as it is goes first.
  test('of which two share a key: the one that is there unchanged stays', () => {
    expect(compared(['a1', 'a2'], ['a3', 'a1'])).toEqual({
      added: [],
      removed: [],
      changed: [['a2', 'a3']],
      kept: 1,
    });
  });
});

describe('contacts', () => {
  test('that replace those of a body: who is new, who goes, whose address or term changes', () => {
    const before = [contact('Anna'), contact('Bea'), contact('Cor', { body: 'GM0001/college' })];
    const given = [contact('Anna', { mail: 'a@nieuw.example', until: '2026-12-31' }), contact('Dik')];
    expect(contactDifferences(before, given)).toEqual([
      {
        body: 'rac',
        added: ['Dik, secretaris of griffier, dik@regio.example'],
        removed: ['Bea, secretaris of griffier, bea@regio.example'],
        changed: [
          [
            'Anna, secretaris of griffier, anna@regio.example',
            'Anna, secretaris of griffier, a@nieuw.example; t/m 31 december 2026',
          ],
        ],
        kept: 0,
      },
    ]);
  });

  test('with another replacement are changed, and the same ones change nothing', () => {
    const away = { name: 'Piet', mail: 'piet@regio.example', from: '2026-08-01', until: '2026-08-21' };
    const replaced = contactDifferences([contact('Anna')], [contact('Anna', { replacements: [away] })]);
    expect(replaced[0]?.changed[0]?.[1]).toContain(
      'vervangen door Piet (piet@regio.example), 1 augustus 2026 t/m 21 augustus 2026',
    );
    expect(contactDifferences([contact('Anna')], [contact('Anna')]).every(changesNothing)).toBe(true);
  });
});

test('a calendar that replaces that of a body: meetings, papers, recesses and facts, in the order of time', () => {
  const before = {
    body: 'rac',
    meetings: [{ day: '2026-05-12', papersBy: '2026-05-01' }, { day: '2026-06-09' }],
    recesses: [{ from: '2026-07-10', until: '2026-08-23', name: 'zomerreces' }],
    facts: [],
  };
  const after = {
    body: 'rac',
    meetings: [{ day: '2026-05-12', papersBy: '2026-05-04' }],
    recesses: [{ from: '2026-07-10', until: '2026-08-24', name: 'zomerreces' }],
    facts: [{ day: '2026-03-18', kind: 'election' as const, name: 'verkiezing' }],
  };
  expect(calendarDifferences(new Map([['rac', before]]), new Map([['rac', after]]))).toEqual([
    {
      body: 'rac',
      added: ['verkiezing op 18 maart 2026'],
      removed: ['vergadering op 9 juni 2026'],
      changed: [
        [
          'vergadering op 12 mei 2026, stukken uiterlijk 1 mei 2026',
          'vergadering op 12 mei 2026, stukken uiterlijk 4 mei 2026',
        ],
        [
          'reces (zomerreces) van 10 juli 2026 t/m 23 augustus 2026',
          'reces (zomerreces) van 10 juli 2026 t/m 24 augustus 2026',
        ],
      ],
      kept: 0,
    },
  ]);
});
