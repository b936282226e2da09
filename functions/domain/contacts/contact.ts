import * as z from 'zod';
import { LANGUAGES, type Language } from './language.ts';

const day = z.iso.date();

/** `secretary`: of a college the secretary, of a council its clerk (griffier): who is asked and reminded. */
export const CONTACT_ROLES = ['secretary', 'portfolio-holder'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** Who takes over while a contact is away; both days included. */
export const replacementSchema = z.strictObject({ name: z.string(), mail: z.email(), from: day, until: day });

/** A person to mail for a body, for the time that person has the role: after elections others take over. */
export const contactSchema = z.strictObject({
  body: z.string(),
  role: z.enum(CONTACT_ROLES),
  name: z.string(),
  mail: z.email(),
  /** First and last day in the role; absent: since ever, until further notice. */
  from: day.optional(),
  until: day.optional(),
  replacements: z.array(replacementSchema),
  /** What this person's mails are written in; absent: Dutch. */
  language: z.enum(LANGUAGES).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

export interface Person {
  readonly name: string;
  readonly mail: string;
  /** What this person's mails are written in; absent: Dutch. */
  readonly language?: Language | undefined;
}
