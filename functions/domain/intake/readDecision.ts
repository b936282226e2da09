import * as z from 'zod';
import { LONGEST_NOTE, LONGEST_REFERENCE } from '../decision/answer.ts';
import { OUTCOMES } from '../decision/outcomes.ts';
import { bodyOfBestuursorgaan, type ReportedDecision } from './reportedDecision.ts';
import { isRsin } from './rsin.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);
const day = z.iso.date('datum is geen bestaande dag');
const rsin = z.string().refine(isRsin, 'verantwoordelijkeOrganisatie is geen RSIN (de elfproef klopt niet)');

const shared = {
  identificatie: optionalText,
  zaak: optionalText,
  toelichting: optionalText,
  bestuursorgaan: optionalText,
};

/** A `besluit` of the Besluiten API 1.1, as far as we use it; a system may send more. */
const besluitSchema = z.looseObject({
  ...shared,
  verantwoordelijkeOrganisatie: rsin,
  besluittype: z.url('besluittype is geen adres'),
  datum: day,
  ingangsdatum: z.iso.date('ingangsdatum is geen bestaande dag'),
});

const ownWord = z.string().trim().max(200).optional().catch(undefined);
/** Our own names, for a sender that knows them; what is not one of them is not said. */
const saidSchema = z.looseObject({
  trajectory: ownWord,
  round: ownWord,
  body: ownWord,
  outcome: z.enum(OUTCOMES).optional().catch(undefined),
  newDate: z.iso.date().optional().catch(undefined),
});

/** A message that holds the decision itself: the same words, of which only the day is needed. */
const statedSchema = z.looseObject({
  ...shared,
  verantwoordelijkeOrganisatie: rsin.nullish(),
  besluittype: optionalText,
  datum: day,
});

export type ReadDecision =
  | { readonly decision: ReportedDecision }
  /** A Dutch sentence that says what is wrong with it. */
  | { readonly mistake: string };

/** Reads what a document system answered for the address of a decision. Total: never throws. */
export function readBesluit(json: unknown, address: string): ReadDecision {
  const parsed = besluitSchema.safeParse(json);
  return parsed.success ? { decision: decisionOf(parsed.data, address, []) } : mistaken(parsed.error);
}

/**
 * Reads a decision that a message itself holds. `type` is that of the event, by which a mapping may name it; `named`
 * the decision's name where the message gives one, otherwise that of the message.
 */
export function readStatedDecision(json: unknown, type: string, named: string): ReadDecision {
  const parsed = statedSchema.safeParse(inOneLanguage(json));
  if (!parsed.success) return mistaken(parsed.error);
  const { trajectory, round, body, outcome, newDate } = saidSchema.parse(json);
  const said = { trajectory, round, body, outcome, newDate };
  const anything = Object.values(said).some((value) => value !== undefined);
  return { decision: { ...decisionOf(parsed.data, named, [type]), ...(anything && { said }) } };
}

/** A message of one's own making may say it in English; where both are there the Dutch word counts. */
const DUTCH: Readonly<Record<string, string>> = {
  date: 'datum',
  case: 'zaak',
  reference: 'identificatie',
  note: 'toelichting',
};

function inOneLanguage(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const english = Object.entries(json).flatMap(([name, value]) => {
    const dutch = Object.hasOwn(DUTCH, name) ? DUTCH[name] : undefined;
    return dutch ? [[dutch, value] as const] : [];
  });
  return { ...Object.fromEntries(english), ...json };
}

function decisionOf(
  read: z.infer<typeof statedSchema>,
  about: string,
  types: readonly string[],
): ReportedDecision {
  const { identificatie, zaak, toelichting, besluittype, datum } = read;
  return {
    about,
    types: [...(besluittype ? [besluittype] : []), ...types],
    cases: zaak ? [zaak] : [],
    on: datum,
    ...(read.verantwoordelijkeOrganisatie && { organisation: read.verantwoordelijkeOrganisatie }),
    body: bodyOfBestuursorgaan(read.bestuursorgaan),
    reference: identificatie && shortened(identificatie, LONGEST_REFERENCE),
    note: toelichting && shortened(toelichting, LONGEST_NOTE),
    title: shortened([identificatie, toelichting].filter(Boolean).join(': ') || about, 120),
  };
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}

function mistaken(error: z.ZodError): ReadDecision {
  const { path = [], message = '' } = error.issues[0] ?? {};
  const field = path.join('.');
  return {
    mistake: `Het besluit is niet te lezen: ${message.startsWith(field) ? message : `${field}: ${message}`}.`,
  };
}
