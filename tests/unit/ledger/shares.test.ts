import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCents } from '../../../functions/domain/ledger/shares.ts';

const weights = fc
  .uniqueArray(
    fc.integer({ min: 1, max: 9999 }).map((code) => `GM${String(code).padStart(4, '0')}`),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .chain((codes) =>
    fc
      .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: codes.length, maxLength: codes.length })
      .filter((all) => all.some((weight) => weight > 0))
      .map((all) => Object.fromEntries(codes.map((code, index) => [code, all[index]!]))),
  );
const amount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });

describe('a split', () => {
  test('adds up to the cent, gives nobody a cent more or less than the quota, and nothing without weight', () => {
    fc.assert(
      fc.property(amount, weights, (cents, by) => {
        const shares = splitCents(cents, by);
        expect(shares.reduce((sum, share) => sum + share.cents, 0)).toBe(cents);
        const total = Object.values(by).reduce((sum, weight) => sum + BigInt(weight), 0n);
        for (const { municipality, cents: given } of shares) {
          const product = BigInt(Math.abs(cents)) * BigInt(by[municipality]!);
          const whole = Number(product / total);
          expect([whole, whole + (product % total > 0n ? 1 : 0)]).toContain(Math.abs(given));
        }
      }),
    );
  });

  test('does not depend on the order of the weights, and taking it back takes back each share', () => {
    fc.assert(
      fc.property(amount, weights, (cents, by) => {
        const turned = Object.fromEntries(Object.entries(by).reverse());
        expect(splitCents(cents, turned)).toEqual(splitCents(cents, by));
        expect(splitCents(-cents, by).map((share) => share.cents + 0)).toEqual(
          splitCents(cents, by).map((share) => 0 - share.cents),
        );
      }),
    );
  });

  test('gives the cents that are left to the largest remainders, and between equal ones to the first code', () => {
    const equal = { GM1949: 1, GM1900: 1, GM0072: 1, GM1940: 1 };
    expect(splitCents(34_068_802, equal)).toEqual([
      { municipality: 'GM0072', cents: 8_517_201 },
      { municipality: 'GM1900', cents: 8_517_201 },
      { municipality: 'GM1940', cents: 8_517_200 },
      { municipality: 'GM1949', cents: 8_517_200 },
    ]);
    expect(splitCents(10, { GM0001: 1, GM0002: 5, GM0003: 4 }).map(({ cents }) => cents)).toEqual([1, 5, 4]);
    // Quotas 0.1, 1.9: the remainder decides, not the size of the weight alone.
    expect(splitCents(2, { GM0001: 5, GM0002: 95 }).map(({ cents }) => cents)).toEqual([0, 2]);
  });
});
