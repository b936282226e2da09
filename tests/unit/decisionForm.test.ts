import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionId } from '../../functions/domain/decision/answer.ts';
import type { Role } from '../../functions/domain/decision/outcomes.ts';
import {
  type DecisionFields,
  NO_FIELDS,
  readDecisionForm,
} from '../../functions/domain/links/decisionForm.ts';

const TODAY = '2026-02-02';
const OF = { trajectory: 'voorbeeld', round: 'main.r1', body: 'GM0001/college' };
const read = (given: Partial<DecisionFields>, role: Role = 'decide') =>
  readDecisionForm({ ...NO_FIELDS, outcome: 'adopted', on: '2026-01-27', ...given }, { ...OF, role }, TODAY);
const errorsIn = (given: Partial<DecisionFields>, role?: Role) => {
  const result = read(given, role);
  return 'errors' in result ? Object.keys(result.errors) : [];
};

describe('a form', () => {
  test('with what is needed is an answer', () => {
    expect(read({})).toEqual({ answer: { ...OF, outcome: 'adopted', on: '2026-01-27' } });
  });

  test('that is empty says all that is missing', () => {
    expect(errorsIn({ outcome: '', on: '' })).toEqual(['outcome', 'on']);
  });

  test.each([
    [{ outcome: 'goed' }, ['outcome']],
    [{ outcome: 'noted' }, ['outcome']],
    [{ on: '2026-02-30' }, ['on']],
    [{ on: 'gisteren' }, ['on']],
    [{ on: '2026-02-03' }, ['on']],
    [{ newDate: '2026-03-03' }, ['newDate']],
    [{ outcome: 'deferred' }, ['newDate']],
    [{ outcome: 'deferred', newDate: 'later' }, ['newDate']],
    [{ outcome: 'deferred', newDate: '2026-01-26' }, ['newDate']],
    [{ reference: 'x'.repeat(101) }, ['reference']],
    [{ note: 'x'.repeat(4001) }, ['note']],
    [{ note: 'x'.repeat(2000), changes: 'x'.repeat(2000) }, ['note']],
  ])('with %o is refused at its field', (given, fields) => {
    expect(errorsIn(given)).toEqual(fields);
  });

  test.each([
    ['note', 'noted', []],
    ['note', 'adopted', ['outcome']],
    ['advise', 'advised', []],
    ['advise', 'rejected', ['outcome']],
  ] as const)('of a body that is to %s and answers %s', (role, outcome, errors) => {
    expect(errorsIn({ outcome }, role)).toEqual(errors);
  });

  test('takes a day as people write it', () => {
    expect(read({ on: ' 27-01-2026 ' })).toMatchObject({ answer: { on: '2026-01-27' } });
  });

  test('of today is not of the future', () => {
    expect(errorsIn({ on: TODAY })).toEqual([]);
  });

  // Guards: functions/domain/links/decisionForm.ts: `.replace(/\r\n?/g, '\n')`: one decision, however it was sent.
  test('sent by a browser or by a script with other line ends is the same decision', () => {
    const idOf = (note: string) => {
      const result = read({ note });
      return 'answer' in result ? decisionId(result.answer) : undefined;
    };
    expect(idOf('een\r\ntwee')).toBe(idOf('een\ntwee'));
    expect(idOf(' een\ntwee ')).toBe(idOf('een\ntwee'));
  });

  test('whatever is in it, gives an answer or an error, and never a control character', () => {
    fc.assert(
      fc.property(
        fc.record({
          outcome: fc.oneof(fc.constantFrom('adopted', 'amended', 'rejected', 'deferred'), fc.string()),
          on: fc.oneof(fc.constantFrom('2026-01-27', '27-01-2026'), fc.string()),
          newDate: fc.oneof(fc.constantFrom('', '2026-03-03'), fc.string()),
          embargo: fc.oneof(fc.constantFrom('', '2026-02-10'), fc.string()),
          reference: fc.string({ unit: 'binary', maxLength: 120 }),
          note: fc.string({ unit: 'binary', maxLength: 200 }),
          changes: fc.string({ unit: 'binary', maxLength: 200 }),
        }),
        fc.constantFrom<Role>('decide', 'note', 'advise'),
        (fields, role) => {
          const result = readDecisionForm(fields, { ...OF, role }, TODAY);
          if ('errors' in result) expect(Object.values(result.errors).filter(Boolean)).not.toEqual([]);
          else
            expect(`${result.answer.reference}${result.answer.note}`).not.toMatch(
              // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
              /[\u0000-\u0009\u000b-\u001f\u007f]/,
            );
        },
      ),
      { numRuns: 300 },
    );
  });
});
