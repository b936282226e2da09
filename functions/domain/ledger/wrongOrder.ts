import { dutchDay } from '../calendar/dutchDay.ts';
import { Refusal } from '../refusal.ts';
import type { BookingContext, BookingOrder } from './bookingOrder.ts';
import type { EntryType } from './entry.ts';
import { euros } from './euros.ts';
import { yearsOfBudget } from './planBudget.ts';

export const TYPE_WORD: Readonly<Record<EntryType, string>> = {
  allocation: 'bijdrage',
  commitment: 'verplichting',
  expenditure: 'uitgave',
  release: 'vrijval',
  correction: 'correctie',
};

/** € 1 miljard, as an amount of a plan: sums of very many stay whole numbers (below 2^53 cents). */
const MOST_CENTS = 100_000_000_000;

export const TYPE_PLURAL: Readonly<Record<EntryType, string>> = {
  allocation: 'bijdragen',
  commitment: 'verplichtingen',
  expenditure: 'uitgaven',
  release: 'vrijvallen',
  correction: 'correcties',
};

/** What is wrong with an order by itself and by what it names, whatever is left. */
export function wrongOrder(order: BookingOrder, context: BookingContext): Refusal | undefined {
  return wrongByItself(order, context) ?? wrongReferences(order, context);
}

/** What is wrong with an order whatever else is booked. */
export function wrongByItself(
  order: BookingOrder,
  context: Pick<BookingContext, 'plan'>,
): Refusal | undefined {
  return wrongAmount(order) ?? wrongYear(order, context) ?? wrongNames(order, context) ?? wrongColumns(order);
}

function wrongAmount({ type, amount, vat = 0 }: BookingOrder): Refusal | undefined {
  if (!Number.isSafeInteger(amount) || amount === 0 || (type !== 'correction' && amount < 0))
    return new Refusal(
      'AMOUNT_INVALID',
      type === 'correction'
        ? 'Het bedrag van een correctie is niet nul: met een minteken gaat het oorspronkelijke omlaag.'
        : `Een ${TYPE_WORD[type]} heeft een bedrag boven nul; boek een correctie om iets terug te draaien.`,
    );
  if (Math.abs(amount) > MOST_CENTS)
    return new Refusal(
      'AMOUNT_INVALID',
      `Een boeking is hoogstens ${euros(MOST_CENTS)}; kijk na of er geen komma ontbreekt.`,
    );
  if (!Number.isSafeInteger(vat) || Math.abs(vat) > Math.abs(amount) || (vat !== 0 && vat > 0 !== amount > 0))
    return new Refusal('AMOUNT_INVALID', 'De btw is een deel van het bedrag, met hetzelfde teken.');
  return undefined;
}

function wrongYear(
  { year, date, type }: BookingOrder,
  { plan }: Pick<BookingContext, 'plan'>,
): Refusal | undefined {
  const years = yearsOfBudget(plan);
  const outside = (each: number) => each < years.from || each > years.until;
  if (type !== 'correction' && outside(year))
    return new Refusal(
      'OUTSIDE_BUDGET_YEARS',
      `Budgetjaar ${year} valt buiten het budget, dat loopt van ${years.from} tot en met ${years.until}.`,
    );
  if (outside(Number(date.slice(0, 4))))
    return new Refusal(
      'OUTSIDE_BUDGET_YEARS',
      `${dutchDay(date)} valt buiten de jaren van het budget, ${years.from} tot en met ${years.until}.`,
    );
  return undefined;
}

function wrongNames(
  { milestone, shares, weights }: BookingOrder,
  { plan }: Pick<BookingContext, 'plan'>,
): Refusal | undefined {
  if (milestone && !plan.milestones.some(({ id }) => id === milestone))
    return new Refusal('UNKNOWN_MILESTONE', `Mijlpaal ${milestone} staat niet in het plan.`);
  const known = plan.participants.map(({ code }) => code);
  const named = [...(shares ?? []).map(({ municipality }) => municipality), ...Object.keys(weights ?? {})];
  const unknown = named.find((code) => !known.includes(code));
  return unknown === undefined
    ? undefined
    : new Refusal('UNKNOWN_MUNICIPALITY', `Gemeente ${unknown} doet niet mee; kies uit ${known.join(', ')}.`);
}

/** What is said to no effect would be read as if it had one: only a correction counts as what it names. */
function wrongColumns({ type, corrects, commitment }: BookingOrder): Refusal | undefined {
  if (corrects && type !== 'correction')
    return new Refusal(
      'INVALID_INPUT',
      `Een ${TYPE_WORD[type]} corrigeert niets; boek een correctie, of laat ${corrects} weg als wat gecorrigeerd wordt.`,
    );
  if (commitment && (type === 'allocation' || type === 'commitment'))
    return new Refusal(
      'INVALID_INPUT',
      `Een ${TYPE_WORD[type]} gaat niet op een verplichting; laat ${commitment} weg.`,
    );
  return undefined;
}

function wrongReferences(
  order: BookingOrder,
  { commitment, corrected }: BookingContext,
): Refusal | undefined {
  const { type } = order;
  if (type === 'expenditure' || type === 'release') {
    if (!order.commitment)
      return new Refusal(
        'UNKNOWN_COMMITMENT',
        `Een ${TYPE_WORD[type]} noemt de verplichting waar zij op gaat.`,
      );
    if (commitment?.type !== 'commitment')
      return new Refusal(
        'UNKNOWN_COMMITMENT',
        `Er is geen verplichting met kenmerk ${order.commitment}; boek die eerst.`,
      );
  }
  if (type !== 'correction') return undefined;
  if (!order.corrects)
    return new Refusal('UNKNOWN_ENTRY', 'Een correctie noemt het kenmerk van wat zij corrigeert.');
  if (!corrected) return new Refusal('UNKNOWN_ENTRY', `Er is geen boeking met kenmerk ${order.corrects}.`);
  if (corrected.type === 'correction')
    return new Refusal(
      'CORRECTION_OF_CORRECTION',
      `${order.corrects} is zelf een correctie; corrigeer ${corrected.corrects?.reference} nog eens.`,
    );
  if (order.commitment && order.commitment !== corrected.commitment)
    return new Refusal(
      'UNKNOWN_COMMITMENT',
      `${order.corrects} gaat niet op verplichting ${order.commitment}; laat de verplichting weg, een correctie gaat op die van wat zij corrigeert.`,
    );
  return undefined;
}
