import type { Plan } from '../plan/schema.ts';
import type { EntryType, LedgerEntry, Share } from './entry.ts';
import type { Weights } from './shares.ts';

/** What somebody wants booked; amounts in cents, VAT included. */
export interface BookingOrder {
  readonly type: EntryType;
  readonly reference: string;
  readonly amount: number;
  readonly vat?: number | undefined;
  readonly date: string;
  readonly year: number;
  readonly description: string;
  readonly commitment?: string | undefined;
  /** The reference of what is corrected. */
  readonly corrects?: string | undefined;
  readonly milestone?: string | undefined;
  readonly until?: string | undefined;
  /** For whose benefit: by weight, or to the cent; neither: as what it corrects or is against, else as the plan says. */
  readonly weights?: Weights | undefined;
  readonly shares?: readonly Share[] | undefined;
}

/** An order as a file has it. */
export interface OrderLine {
  readonly line: number;
  readonly order: BookingOrder;
}

/** What the order is judged by: the entries it names, and what is left. */
export interface BookingContext {
  readonly plan: Plan;
  readonly trajectory: string;
  /** The entry that has this reference already. */
  readonly existing: LedgerEntry | undefined;
  readonly commitment: LedgerEntry | undefined;
  readonly corrected: LedgerEntry | undefined;
  /** Received and not promised, all years together. */
  readonly free: number;
  /** Of the commitment this moves: promised and neither paid nor released. */
  readonly open: number;
  /** Of what is corrected: what stands of it. */
  readonly standing: number;
}
