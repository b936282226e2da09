import * as z from 'zod';
import type { Contact } from '../../domain/contacts/contact.ts';
import { OUTCOMES } from '../../domain/decision/outcomes.ts';
import type { BookingOrder } from '../../domain/ledger/bookingOrder.ts';
import type { Calendars } from '../../domain/meetings/calendar.ts';
import type { Plan } from '../../domain/plan/schema.ts';

/** The scenario file of shared/contract.md: what the bodies answer and when, in a simulated trajectory. */
const day = z.iso.date('een bestaande datum als 2025-12-23');
const roundId = z.string().regex(/^[a-z0-9-]+\.r[1-9][0-9]*$/, 'een ronde als process-proposal.r1');

const decision = z
  .strictObject({
    round: roundId,
    body: z.string(),
    outcome: z.enum(OUTCOMES).optional(),
    on: day.optional(),
    newDate: day.optional(),
    reference: z.string().max(100).optional(),
    note: z.string().max(4000).optional(),
    /** This body never answers in this round. */
    silent: z.literal(true).optional(),
  })
  .refine(({ silent, outcome, on }) => silent || (outcome && on), 'noem outcome en on, of silent: true')
  .refine(({ on, newDate }) => !on || !newDate || newDate >= on, 'newDate ligt vóór on')
  .refine(
    ({ outcome, newDate }) => (outcome === 'deferred') === (newDate !== undefined),
    'newDate hoort bij deferred',
  );

export const scenarioSchema = z.strictObject({
  /** Path of the plan, relative to the scenario's own file. */
  plan: z.string(),
  from: day,
  until: day,
  default: z
    .strictObject({
      outcome: z.union([z.literal('role'), z.enum(OUTCOMES).exclude(['deferred'])]),
      after: z.int().min(0).max(250),
    })
    .default({ outcome: 'role', after: 10 }),
  completions: z.array(z.strictObject({ milestone: z.string(), on: day })).default([]),
  decisions: z.array(decision).default([]),
  /** Plans that replace the one before, each on its day; paths relative to the scenario's own file. */
  replans: z
    .array(z.strictObject({ on: day, plan: z.string(), reason: z.string().trim().min(1).max(4000) }))
    .default([]),
  revisions: z
    .strictObject({ after: z.int().min(0).max(250), note: z.string().optional() })
    .default({ after: 15 }),
  /** Bookings, as `ledger import` reads them; each is booked on its date. */
  ledger: z.string().optional(),
  /** Meeting calendars and contacts of the bodies, as `calendar import` and `contacts import` read them. */
  calendars: z.array(z.string()).default([]),
  contacts: z.array(z.string()).default([]),
  /** Days on which the daily watch did not run; the first after them does what was missed. */
  outages: z
    .array(
      z
        .strictObject({ from: day, until: day })
        .refine(({ from, until }) => from <= until, 'until ligt vóór from'),
    )
    .default([]),
  faults: z.array(z.strictObject({ on: day, kill: z.literal('approval-chain') })).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario with the plans it names: the one it begins with, and those of its re-plannings in their order. */
export interface Script {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly replans: readonly Plan[];
  readonly calendars: Calendars;
  readonly contacts: readonly Contact[];
  /** In the order of the file. */
  readonly bookings: readonly BookingOrder[];
}
