import { expect, test } from 'vitest';
import { MEMO_PLAN } from './memoScenario.ts';
import { came, pay, planOf, promise, seen, short } from './seenFlags.ts';

// The examples under "The flags" in docs/budget.md, in its words.

const euro = (amount: number) => amount * 100;
const received = came(euro(100_000), '2025-12-15');
const promised = (amount: number) => promise(euro(amount), '2026-01-10');
const paid = (amount: number) => pay(euro(amount), '2026-01-20');

test('unspent: 40,000 of 2025 from 1 March 2026; 8,000 is not above 10,000', () => {
  const booked = [received, promised(92_000), paid(60_000)];
  expect(seen('unspent', booked, '2026-02-28')).toEqual([]);
  expect(short(seen('unspent', booked, '2026-03-01'))).toEqual(['2025 2026-Q1: 4000000 op 2026-03-31']);
  expect(seen('unspent', [received, promised(92_000), paid(92_000)], '2026-03-01')).toEqual([]);
});

test('uncommitted: 40,000 from 13 June 2026', () => {
  const booked = [received, promised(60_000)];
  expect(seen('uncommitted', booked, '2026-06-12')).toEqual([]);
  expect(short(seen('uncommitted', booked, '2026-06-13'))).toEqual(['2025: 4000000 op 2026-06-13']);
});

test('overspent: 2,500 above a milestone’s budget of 50,000', () => {
  const milestones = MEMO_PLAN.milestones.map((each) =>
    each.id === 'tender-guidance' ? { ...each, budget: 50_000 } : each,
  );
  const booked = [received, promise(euro(52_500), '2026-01-10', { milestone: 'tender-guidance' })];
  const flags = seen('overspent', booked, '2026-01-11', { ...MEMO_PLAN, milestones });
  expect(short(flags)).toEqual(['tender-guidance: 250000 op 2026-01-10']);
});

test('no-benefit: the fourth municipality, with its part, from 13 June 2026', () => {
  const three = ['GM1900', 'GM0072', 'GM1949'].map((municipality) => ({ municipality, cents: 1_000 }));
  const booked = [received, promise(3_000, '2026-01-10', { shares: three })];
  expect(seen('no-benefit', booked, '2026-06-12', MEMO_PLAN)).toEqual([]);
  expect(short(seen('no-benefit', booked, '2026-06-13', MEMO_PLAN))).toEqual([
    'GM1940: 2500000 op 2026-06-13',
  ]);
});

test('late-allocation: 40,688 from 1 January 2026', () => {
  const booked = [came(euro(300_000), '2025-12-15')];
  expect(seen('late-allocation', booked, '2025-12-31', MEMO_PLAN)).toEqual([]);
  expect(short(seen('late-allocation', booked, '2026-01-01', MEMO_PLAN))).toEqual([
    '2025 2025-12-31: 4068800 op 2025-12-31',
  ]);
});

test('forecast-shortfall: 30,000, dated 1 June 2027; overspent when 2027 begins', () => {
  const plan = planOf({ commitBeyondReceived: true });
  const later = promise(euro(50_000), '2026-02-01', { reference: 'V-2', until: '2027-06-01' });
  const booked = [received, promised(80_000), paid(80_000), later];
  expect(short(seen('forecast-shortfall', booked, '2026-12-31', plan))).toEqual([
    '2027: 3000000 op 2027-06-01',
  ]);
  expect(seen('overspent', booked, '2026-12-31', plan)).toEqual([]);
  expect(short(seen('overspent', booked, '2027-01-01', plan))).toEqual(['committed: 3000000 op 2026-02-01']);
});
