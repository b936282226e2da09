import type { BookingOrder } from '../../../functions/domain/ledger/bookingOrder.ts';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034] as const;
const COMMITMENTS = 2_000;
const CORRECTIONS = 1_000;

/** As many bookings as asked, in an order in which they can be booked: money of ten years, promises, payments, corrections. */
export function* manyOrders(count: number): Generator<BookingOrder> {
  for (const year of YEARS)
    yield {
      type: 'allocation',
      reference: `B-${year}`,
      amount: 300_000_000,
      date: `${year}-01-15`,
      year,
      description: 'Impulsbudget',
    };
  for (let each = 0; each < COMMITMENTS; each++)
    yield {
      type: 'commitment',
      reference: `V-${each}`,
      amount: 1_000_000,
      ...on(each),
      description: `Opdracht ${each}`,
      ...(each % 3 === 0 && { milestone: MILESTONE }),
    };
  const payments = count - YEARS.length - COMMITMENTS - CORRECTIONS;
  for (let each = 0; each < payments; each++)
    yield {
      type: 'expenditure',
      reference: `F-${each}`,
      commitment: `V-${each % COMMITMENTS}`,
      amount: 10_001 + (each % 97),
      vat: 1_736,
      ...on(each),
      description: `Factuur ${each}`,
    };
  for (let each = 0; each < CORRECTIONS; each++)
    yield {
      type: 'correction',
      reference: `C-${each}`,
      corrects: `F-${each}`,
      amount: -1 - (each % 7),
      ...on(each),
      description: `Correctie ${each}`,
    };
}

/** Of the process of the memo. */
const MILESTONE = 'draw-up-vision';

function on(each: number) {
  const year = YEARS[each % YEARS.length]!;
  const day = (n: number) => String(n).padStart(2, '0');
  return { year, date: `${year}-${day(1 + (each % 12))}-${day(1 + (each % 28))}` };
}
