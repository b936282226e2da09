import fc from 'fast-check';
import { expect, test } from 'vitest';
import { euros, plainAmount, writtenAmount } from '../../../functions/domain/ledger/euros.ts';

test.each([
  ['340688', 34_068_800],
  ['340688,00', 34_068_800],
  ['340.688,00', 34_068_800],
  ['340,688.00', 34_068_800],
  ['1.234.567,5', 123_456_750],
  ['€ 12,30', 1_230],
  ['-12,30', -1_230],
  ['0,1', 10],
])('%s is an amount', (text, cents) => {
  expect(writtenAmount(text)).toEqual({ cents });
});

test.each([
  ['1,234', 'op twee manieren'],
  ['1.234', 'op twee manieren'],
  ['12,345', 'op twee manieren'],
  ['1234,567', 'meer dan twee decimalen'],
  ['1.234,567', 'meer dan twee decimalen'],
  ['USD 12', 'geen bedrag in euro'],
  ['$12.00', 'geen bedrag in euro'],
  ['12 €', 'geen bedrag in euro'],
  ['1.234.567', 'op twee manieren'],
  ['1.2.3', 'geen bedrag'],
  ['1,2,3', 'geen bedrag'],
  ['', 'geen bedrag'],
  ['=1+1', 'geen bedrag'],
  ['99999999999999999', 'te groot'],
])('%s is a mistake with a remedy, not a guess', (text, problem) => {
  expect(writtenAmount(text)).toEqual({
    problem: expect.stringContaining(problem),
    remedy: expect.any(String),
  });
});

test('what we write is read back to the cent, in either way of writing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.boolean(), (cents, dutch) => {
      expect(writtenAmount(plainAmount(cents, dutch))).toEqual({ cents });
    }),
  );
  expect(euros(-34_068_800)).toBe('-€ 340.688,00');
});
