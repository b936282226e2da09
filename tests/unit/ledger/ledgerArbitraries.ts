import fc from 'fast-check';
import { ENTRY_TYPES, type LedgerEntry } from '../../../functions/domain/ledger/entry.ts';
import { splitCents } from '../../../functions/domain/ledger/shares.ts';
import { SCHEMA_VERSION } from '../../../functions/domain/round/round.ts';

export const CODES = ['GM0072', 'GM1900', 'GM1940', 'GM1949'] as const;

const TYPES = ENTRY_TYPES.filter((type) => type !== 'correction');

/** Entries as bookings leave them behind, each consistent by itself: shares that add up, VAT that is a part. */
export const ledgerEntries = fc.array(
  fc.record({
    type: fc.constantFrom(...TYPES),
    amount: fc.integer({ min: 1, max: 1e11 }),
    vat: fc.integer({ min: 0, max: 100 }),
    corrects: fc.boolean(),
    weights: fc
      .tuple(...CODES.map(() => fc.integer({ min: 0, max: 5 })))
      .filter((all) => all.some((weight) => weight > 0)),
    date: fc.tuple(fc.integer({ min: 2025, max: 2028 }), fc.integer({ min: 1, max: 12 })),
    later: fc.integer({ min: 0, max: 1 }),
    description: fc.constantFrom<string>(
      'Zaalhuur',
      '=1+1',
      '"aanhaling"; met , en\nregel',
      '-5',
      '@x',
      '\tx',
    ),
  }),
  { maxLength: 30 },
);

export function entriesOf(
  given: readonly (typeof ledgerEntries extends fc.Arbitrary<(infer T)[]> ? T : never)[],
) {
  return given.map(
    (
      { type, amount, vat, corrects, weights, date: [year, month], later, description },
      index,
    ): LedgerEntry => {
      const signed = corrects ? -amount : amount;
      return {
        kind: 'ledger-entry',
        schemaVersion: SCHEMA_VERSION,
        trajectory: 'voorbeeld',
        reference: `R-${index}`,
        type: corrects ? 'correction' : type,
        amount: signed,
        vat: Math.trunc((signed * vat) / 100),
        date: `${year}-${String(month).padStart(2, '0')}-15`,
        year: year + later,
        description,
        ...(corrects && { corrects: { reference: 'X', type } }),
        shares: splitCents(signed, Object.fromEntries(CODES.map((code, at) => [code, weights[at] ?? 0]))),
        bookedAt: '2026-01-05T09:00:00.000Z',
        by: 'griffier',
        via: 'command-line',
      };
    },
  );
}
