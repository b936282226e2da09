import { dutchDay } from '../calendar/dutchDay.ts';
import type { RecordedBy } from '../decision/answer.ts';
import { Refusal } from '../refusal.ts';
import { SCHEMA_VERSION } from '../round/round.ts';
import type { BookingContext, BookingOrder } from './bookingOrder.ts';
import { contentOf, type Effects, effectsOf } from './effects.ts';
import { effectOf, type LedgerEntry, type Share } from './entry.ts';
import { euros } from './euros.ts';
import { sharesOf } from './sharesOf.ts';
import { wrongOrder } from './wrongOrder.ts';

export type Judged =
  | {
      readonly kind: 'book';
      readonly entry: LedgerEntry;
      readonly effects: Effects;
      readonly mayOverdraw: boolean;
    }
  | { readonly kind: 'same'; readonly entry: LedgerEntry }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Whether an order may be booked, and with which effects. The same reference with the same content is a success without
 * effect; with other content `CONFLICT`. Codes: AMOUNT_INVALID, SHARES_INVALID, OUTSIDE_BUDGET_YEARS, DATE_IN_FUTURE is
 * the caller's, UNKNOWN_COMMITMENT, UNKNOWN_ENTRY, CORRECTION_OF_CORRECTION, ABOVE_COMMITMENT, ABOVE_RECEIVED,
 * UNKNOWN_MILESTONE, UNKNOWN_MUNICIPALITY.
 */
export function judgeBooking(
  order: BookingOrder,
  context: BookingContext,
  at: string,
  recordedBy: RecordedBy,
): Judged {
  const refused = wrongOrder(order, context);
  if (refused) return { kind: 'refused', refusal: refused };
  const shares = sharesOf(order, context);
  if ('refusal' in shares) return { kind: 'refused', refusal: shares.refusal };
  const entry = entryOf(order, context, shares.shares, at, recordedBy);
  if (context.existing) {
    return contentOf(entry) === contentOf(context.existing)
      ? { kind: 'same', entry: context.existing }
      : {
          kind: 'refused',
          refusal: new Refusal(
            'CONFLICT',
            `Kenmerk ${order.reference} is al geboekt met een andere inhoud (${euros(context.existing.amount)} op ${dutchDay(context.existing.date)}); geef de nieuwe boeking een eigen kenmerk, of boek een correctie op ${order.reference}.`,
          ),
        };
  }
  const effects = effectsOf(entry);
  const mayOverdraw = context.plan.budget?.commitBeyondReceived === true;
  const above = wouldGoBelow(entry, effects, context, mayOverdraw);
  return above ? { kind: 'refused', refusal: above } : { kind: 'book', entry, effects, mayOverdraw };
}

function entryOf(
  order: BookingOrder,
  { trajectory, corrected }: BookingContext,
  shares: readonly Share[],
  bookedAt: string,
  recordedBy: RecordedBy,
): LedgerEntry {
  const { type, reference, amount, date, year, description, milestone, until } = order;
  const commitment = corrected ? corrected.commitment : order.commitment;
  const about = corrected ? corrected.milestone : milestone;
  return {
    kind: 'ledger-entry',
    schemaVersion: SCHEMA_VERSION,
    trajectory,
    reference,
    type,
    amount,
    vat: order.vat ?? (corrected ? proportional(corrected.vat, amount, corrected.amount) : 0),
    date,
    // A correction moves the counters of what it corrects.
    year: corrected ? corrected.year : year,
    description,
    ...(commitment && { commitment }),
    ...(corrected && { corrects: { reference: corrected.reference, type: effectOf(corrected) } }),
    ...(about && { milestone: about }),
    ...(until && { until }),
    shares: [...shares],
    bookedAt,
    ...recordedBy,
  };
}

function proportional(part: number, amount: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * amount) / whole);
}

function wouldGoBelow(
  entry: LedgerEntry,
  effects: Effects,
  { free, open, standing }: BookingContext,
  mayOverdraw: boolean,
): Refusal | undefined {
  if (effects.standing && standing + effects.standing.move < 0)
    return new Refusal(
      'AMOUNT_INVALID',
      `Van ${effects.standing.reference} staat nog ${euros(standing)}; een correctie kan het niet onder nul brengen.`,
    );
  if (effects.open && open + effects.open.move < 0)
    return new Refusal(
      'ABOVE_COMMITMENT',
      `Van verplichting ${effects.open.reference} staat nog ${euros(open)} open en deze boeking vraagt ${euros(-effects.open.move)}; boek eerst een hogere verplichting.`,
    );
  if (!mayOverdraw && effects.free < 0 && free + effects.free < 0)
    return new Refusal(
      'ABOVE_RECEIVED',
      `Er is ${euros(free)} vrij en deze boeking vraagt ${euros(-effects.free)}; wacht op de bijdrage, of sta in het plan toe dat vooruit wordt verplicht (budget.commitBeyondReceived).`,
    );
  return entry.amount === 0 ? new Refusal('AMOUNT_INVALID', 'Het bedrag is nul.') : undefined;
}
