import * as z from 'zod';
import { ladderSchema } from '../reminders/ladder.ts';

/**
 * The shape of a plan file. Rules that span several fields (cycles, unknown bodies, …) are in `mistakes.ts`;
 * this schema holds what each field may be by itself. Source of the words: design.md, "Words".
 */

/**
 * Ids become part of an execution's name, at most 80 characters of [A-Za-z0-9_-]:
 * trajectory 24 + room for a simulation's suffix 8, "-", round 32, "-r999", "-e9999".
 */
const id = (longest: number) =>
  z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'kleine letters, cijfers en losse koppeltekens, beginnend met een letter',
    )
    .max(longest, `hoogstens ${longest} tekens`);

const trajectoryId = id(24);
export const roundFamilyId = id(32);
const milestoneId = id(48);
export const jointBodyId = id(24);
/** Code of a municipality as in the national tables: GM and four digits. */
export const participantCode = z
  .string()
  .regex(/^[A-Z]{2}[0-9]{4}$/, 'twee hoofdletters en vier cijfers, zoals GM0072');

const mail = z.email('een e-mailadres');
const title = z.string().trim().min(1, 'niet leeg').max(200, 'hoogstens 200 tekens');

const contact = z.strictObject({ name: title, mail });
/** As people write it: digits, spaces, hyphens, brackets, a plus in front; called from mails. */
const phone = z
  .string()
  .regex(/^\+?[0-9(][0-9 ()-]{5,23}$/, 'een telefoonnummer, tussen aanhalingstekens, zoals "0515 489 000"');

/** Working days before a meeting on which papers must be in. */
const papers = z.int().min(0).max(60);
const meetingBody = contact.extend({ papers: papers.optional() });

const participant = z.strictObject({
  code: participantCode,
  name: title,
  /** The college of burgemeester en wethouders, and the council; a participant may take part with either or both. */
  college: meetingBody.optional(),
  council: meetingBody.optional(),
});

const jointBody = z.strictObject({ id: jointBodyId, name: title, mail, papers: papers.optional() });
const partner = z.strictObject({ id: jointBodyId, name: title, mail });

/** Who is asked in a stage: a whole group, one body, or a list of bodies. */
const asked = z.union([z.string(), z.array(z.string()).min(1, 'minstens één orgaan')]);

const silence = z.strictObject({
  /** Only a stage that takes note may pass by silence; silence is never consent where a body decides. */
  means: z.enum(['noted'], 'alleen "noted": stilte telt hoogstens als kennisnemen'),
  /** Working days after the body was asked. */
  after: z.int().min(1).max(250),
});

const stage = z.strictObject({
  ask: asked,
  role: z.enum(['decide', 'advise', 'note'], 'decide, advise of note'),
  /** `unanimous`: all agree. `majority`: more than half agree. Only for `decide`. */
  rule: z.enum(['unanimous', 'majority'], 'unanimous of majority').optional(),
  /** Does "amended" count as agreement? Otherwise it divides the round. Only for `decide`. */
  amendedCounts: z.boolean().optional(),
  silence: silence.optional(),
  /** The milestone that is completed when this stage passes. */
  milestone: milestoneId.optional(),
});

const round = z.strictObject({
  id: roundFamilyId,
  title,
  /** What is asked of the bodies, in a sentence or two; shown in the mails. */
  proposal: z.string().trim().max(2000).optional(),
  stages: z.array(stage).min(1, 'minstens één stap').max(10, 'hoogstens 10 stappen'),
  /** Partners that are told the planning when the round is concluded. */
  informs: z.array(z.string()).default([]),
});

const period = z
  .string()
  .regex(
    /^[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4])(\.\.[0-9]{4}-(0[1-9]|1[0-2]|Q[1-4]))?$/,
    'een maand (2025-12), een kwartaal (2026-Q1) of een reeks (2026-Q2..2027-Q3)',
  );

/** An amount in euro, at most two decimals. */
const euro = z
  .number()
  .positive()
  .max(1_000_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, 'hoogstens twee decimalen');

const milestone = z.strictObject({
  id: milestoneId,
  title,
  kind: z.enum(
    ['decision', 'note', 'task', 'consultation', 'session'],
    'decision, note, task, consultation of session',
  ),
  /** A group (colleges, councils, organisation), a body, a partner, or a list of these. */
  owner: asked,
  period,
  waitsFor: z.array(milestoneId).default([]),
  /** Working days before its period begins that it may open already. */
  lead: z.int().min(0).max(60).default(0),
  /** Working days a task, session or consultation takes once it can begin; for the forecast. */
  duration: z.int().min(0).max(500).optional(),
  /** What it may cost, in euro, VAT included. */
  budget: euro.optional(),
  /** Free text for the page, e.g. the form of a session per council. */
  note: z.string().trim().max(500).optional(),
});

const timeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'een tijd als 07:30');

/** When and how often is reminded; absent: the usual ladder (functions/domain/reminders/ladder.ts). */
const reminders = z.strictObject({
  decide: ladderSchema.optional(),
  advise: ladderSchema.optional(),
  note: ladderSchema.optional(),
  task: ladderSchema.optional(),
  /** Only between these times, in Europe/Amsterdam, is anybody reminded. */
  hours: z.strictObject({ from: timeOfDay, until: timeOfDay }).optional(),
});

/** What the participants agreed about the money; absent: what is usual (functions/domain/ledger/planBudget.ts). */
const budget = z.strictObject({
  /** The first and the last year of the money. */
  years: z.strictObject({ from: z.int().min(2000).max(2199), until: z.int().min(2000).max(2199) }).optional(),
  /** May be promised what has not been received yet? */
  commitBeyondReceived: z.boolean().optional(),
  /** For whose benefit, by weight (whole numbers), unless a booking says otherwise; absent: equally. */
  key: z.record(participantCode, z.int().min(0).max(1_000_000_000)).optional(),
  /**
   * What is expected to come in, and by when; an estimate never counts as received. Without an amount it is estimated
   * from the national series.
   */
  expects: z
    .array(
      z.strictObject({
        year: z.int().min(2000).max(2199),
        by: z.iso.date(),
        amount: euro.optional(),
        estimate: z.boolean().optional(),
      }),
    )
    .max(100)
    .optional(),
  /** What the state has for the whole country, in euro: to compare with, and to estimate what is not known yet. */
  national: z
    .strictObject({
      title,
      years: z
        .array(
          z.strictObject({
            year: z.int().min(2000).max(2199),
            amount: euro,
            /** Not published: drawn between years that were. */
            estimate: z.boolean().optional(),
          }),
        )
        .max(100),
    })
    .optional(),
  /** Does the BTW-compensatiefonds give back the VAT of expenditures? Absent: it does. */
  vatCompensable: z.boolean().optional(),
  /** When a flag is raised; docs/budget.md. */
  flags: z
    .strictObject({
      /** Left of a year's money, in euro and as a share of it (percent): both must be passed. */
      unspentAbove: z
        .strictObject({ euro: euro.optional(), percent: z.number().min(0).max(100).optional() })
        .optional(),
      /** Days before the end of a quarter or a year from which it is said. */
      unspentDaysAhead: z.int().min(0).max(366).optional(),
      /** Days after money was received from which it is said that it has not been promised. */
      uncommittedAfterDays: z.int().min(0).max(3660).optional(),
      /** Days after the first money from which a municipality without any benefit is said. */
      noBenefitAfterDays: z.int().min(0).max(3660).optional(),
    })
    .optional(),
});

export const planSchema = z.strictObject({
  format: z.literal(1, 'dit systeem leest plannen van format 1'),
  id: trajectoryId,
  title,
  /** The project lead: a person; the Reply-To of every mail, and told of everything. */
  lead: contact.extend({ phone: phone.optional() }),
  participants: z.array(participant).min(1, 'minstens één deelnemer'),
  bodies: z.array(jointBody).default([]),
  partners: z.array(partner).default([]),
  milestones: z.array(milestone).min(1, 'minstens één mijlpaal').max(300, 'hoogstens 300 mijlpalen'),
  rounds: z.array(round).default([]),
  // Without defaults in the schema: a plan file that says nothing of these keeps its hash.
  papers: z.strictObject({ college: papers, council: papers, joint: papers }).partial().optional(),
  reminders: reminders.optional(),
  budget: budget.optional(),
});

export type Plan = z.infer<typeof planSchema>;
export type PlanMilestone = Plan['milestones'][number];
export type PlanRound = Plan['rounds'][number];
export type PlanStage = PlanRound['stages'][number];

/** An inline Map state runs at most 40 iterations at once (AWS Step Functions, "Inline mode"). */
export const MOST_BODIES_IN_A_STAGE = 40;
