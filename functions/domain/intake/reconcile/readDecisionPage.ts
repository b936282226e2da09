import * as z from 'zod';
import type { Day } from '../../calendar/days.ts';
import { decisionAddress } from '../decisionAddress.ts';
import { keyOf } from '../receive/messageKey.ts';
import { isUnder } from './isUnder.ts';

/** A decision as a list tells of it: enough to know whether it must be handed on. */
export interface ListedDecision {
  readonly url: string;
  /** Absent where it says none, or no day: what cannot be told to be old is handed on. */
  readonly on?: Day | undefined;
  readonly kind?: string | undefined;
  readonly organisation?: string | undefined;
  /** Of its address and of all that is read of it: as long as that is the same, it is the same message. */
  readonly key: string;
}

export type DecisionPage =
  | {
      readonly kind: 'page';
      readonly decisions: readonly ListedDecision[];
      /** Without an address: nothing of ours can be done with it. */
      readonly skipped: number;
      /** A decision that it lists is not under the address of the list. */
      readonly elsewhere: boolean;
      readonly next?: string | undefined;
    }
  | { readonly kind: 'no-page' };

/** Longer ones are in no system, and would not fit in a queue. */
const LONGEST_ADDRESS = 1000;

const said = z.string().max(LONGEST_ADDRESS).optional().catch(undefined);
const listedSchema = z.looseObject({
  url: z.url().max(LONGEST_ADDRESS),
  datum: z.iso.date().optional().catch(undefined),
  besluittype: said,
  verantwoordelijkeOrganisatie: said,
});
const pageSchema = z.looseObject({
  next: z.string().nullish(),
  results: z.array(z.unknown()),
});

/** What `readBesluit` reads: a field of their own that changes with every answer makes no new message. */
const READ = [
  'datum',
  'ingangsdatum',
  'besluittype',
  'verantwoordelijkeOrganisatie',
  'identificatie',
  'zaak',
  'toelichting',
  'bestuursorgaan',
];

/** One page of `GET /besluiten` (Besluiten API 1.1: count, next, previous, results). Total: never throws. */
export function readDecisionPage(json: unknown, list: string): DecisionPage {
  const parsed = pageSchema.safeParse(json);
  if (!parsed.success) return { kind: 'no-page' };
  const { results, next } = parsed.data;
  const readable = results.flatMap((result) => listedSchema.safeParse(result).data ?? []);
  const here = readable.filter(({ url }) => isUnder(url, list));
  const undated = here.filter(({ datum }) => datum === undefined);
  // One that lacks something is handed on, and a person sees it; a page full of them is another kind of list.
  if (results.length > 0 && (readable.length === 0 || (undated.length > 1 && undated.length === here.length)))
    return { kind: 'no-page' };
  return {
    kind: 'page',
    decisions: here.map(listed),
    skipped: results.length - readable.length,
    elsewhere: here.length < readable.length,
    next: next ?? undefined,
  };
}

function listed(besluit: z.infer<typeof listedSchema>): ListedDecision {
  const url = decisionAddress(besluit.url);
  return {
    url,
    on: besluit.datum,
    kind: besluit.besluittype,
    organisation: besluit.verantwoordelijkeOrganisatie,
    key: keyOf('reconciliation', url, ...READ.map((field) => textOf(besluit[field]))),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value;
}
