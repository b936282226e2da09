import { expect, test } from 'vitest';
import { isWakeOwed } from '../../functions/domain/round/wake.ts';
import { COLLEGES, decidedRow, LATER, requestRow, roundRow } from './exampleRecord.ts';

// Each guard is one line of isWakeOwed.
test('an execution is to be woken when a request it waits for was answered', () => {
  expect(isWakeOwed(roundRow(), decidedRow(COLLEGES[0]))).toBe(true);
});

test('not while the request is open', () => {
  expect(isWakeOwed(roundRow(), requestRow(COLLEGES[0]))).toBe(false);
});

test('not when nobody waits: the body answered before it was asked', () => {
  const { token: _none, ...unasked } = decidedRow(COLLEGES[0]);
  expect(isWakeOwed(roundRow(), unasked)).toBe(false);
});

test('not twice', () => {
  expect(isWakeOwed(roundRow(), decidedRow(COLLEGES[0], { wokenAt: LATER }))).toBe(false);
});

test('not when the round has gone on to another stage or was closed', () => {
  expect(isWakeOwed(roundRow({ stage: 1 }), decidedRow(COLLEGES[0]))).toBe(false);
  expect(isWakeOwed(roundRow({ status: 'concluded' }), decidedRow(COLLEGES[0]))).toBe(false);
});
