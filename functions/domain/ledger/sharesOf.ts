import { Refusal } from '../refusal.ts';
import type { BookingContext, BookingOrder } from './bookingOrder.ts';
import type { Share } from './entry.ts';
import { euros } from './euros.ts';
import { usualWeights } from './planBudget.ts';
import { splitCents } from './shares.ts';

/** For whose benefit an order is, to the cent; or SHARES_INVALID. */
export function sharesOf(
  { amount, shares, weights }: BookingOrder,
  { plan, existing, corrected, commitment }: BookingContext,
): { readonly shares: readonly Share[] } | { readonly refusal: Refusal } {
  if (shares) {
    const sum = shares.reduce((total, { cents }) => total + cents, 0);
    if (shares.some(({ cents }) => cents !== 0 && cents > 0 !== amount > 0))
      return {
        refusal: new Refusal(
          'SHARES_INVALID',
          'Een deel heeft hetzelfde teken als het bedrag; boek voor een verschuiving tussen gemeenten twee correcties.',
        ),
      };
    if (sum !== amount)
      return {
        refusal: new Refusal(
          'SHARES_INVALID',
          `De delen tellen op tot ${euros(sum)} en niet tot ${euros(amount)}; laat ze tot op de cent optellen, of geef verhoudingen.`,
        ),
      };
    return { shares };
  }
  // The same line again says as little of it as the first time; the plan's key may be another by now.
  if (!weights && existing?.amount === amount) return { shares: existing.shares };
  const like = corrected ?? commitment;
  const own = like && Object.fromEntries(like.shares.map(({ municipality, cents }) => [municipality, cents]));
  const by = weights ?? own ?? usualWeights(plan);
  if (
    Object.values(by).some((weight) => !Number.isSafeInteger(weight) || weight < 0) ||
    Object.values(by).every((weight) => weight === 0)
  )
    return {
      refusal: new Refusal(
        'SHARES_INVALID',
        'Een verhouding is een geheel getal van 0 of meer, en minstens één ervan is meer dan 0.',
      ),
    };
  return { shares: splitCents(amount, by) };
}
