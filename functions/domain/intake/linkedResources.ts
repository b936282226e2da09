import * as z from 'zod';

const short = z.string().trim().min(1).max(500);

/** A `besluittype` of the Catalogi API: only what a mapping may name it by. Undefined when it does not say. */
export function readOmschrijving(json: unknown): string | undefined {
  return z.looseObject({ omschrijving: short }).safeParse(json).data?.omschrijving;
}

/** A `zaak` of the Zaken API: only what a mapping may name it by. */
export function readIdentificatie(json: unknown): string | undefined {
  return z.looseObject({ identificatie: short }).safeParse(json).data?.identificatie;
}
