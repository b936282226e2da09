import * as z from 'zod';
import { isRsin } from '../rsin.ts';

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || undefined);

/** A decision as the Besluiten API 1.1 gives it (domain.md); it has no outcome: that follows from its besluittype. */
export const besluitSchema = z.looseObject({
  verantwoordelijkeOrganisatie: z.string().refine(isRsin, 'geen RSIN (negen cijfers, elfproef)'),
  besluittype: z.string().min(1).max(1000),
  datum: z.iso.date(),
  ingangsdatum: z.iso.date(),
  identificatie: optionalText,
  zaak: optionalText,
  toelichting: optionalText,
  bestuursorgaan: optionalText,
});

/** The kind of a decision, as the Catalogi API gives it: only its name is used. */
export const besluittypeSchema = z.looseObject({ omschrijving: z.string().min(1).max(200) });
