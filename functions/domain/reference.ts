import * as z from 'zod';
import { contactSchema } from './contacts/contact.ts';
import { bodyCalendarSchema } from './meetings/calendar.ts';
import { SCHEMA_VERSION } from './round/round.ts';
import type { Trajectory } from './trajectory.ts';

const instant = z.iso.datetime();

/** Which import something came from: when, by whom, from which file. */
const importedSchema = z.strictObject({ at: instant, by: z.string(), file: z.string() });
export type Imported = z.infer<typeof importedSchema>;

/** Says which rows count. The one row that is switched; what is staged beside it nobody reads (invariant 12). */
export const referencePointerSchema = z.strictObject({
  kind: z.literal('reference-pointer'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  /** One more with every import; names the rows, together with `importId`. */
  version: z.int(),
  /** Follows from the content. */
  importId: z.string(),
  /** How many rows this version has. */
  rows: z.int(),
  /** The version that counted before, kept in case this one must be taken back. */
  previous: z.strictObject({ version: z.int(), importId: z.string() }).optional(),
  ...importedSchema.shape,
});
export type ReferencePointer = z.infer<typeof referencePointerSchema>;

export const calendarRowSchema = z.strictObject({
  kind: z.literal('calendar'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  version: z.int(),
  ...bodyCalendarSchema.shape,
  imported: importedSchema,
});
export type CalendarRow = z.infer<typeof calendarRowSchema>;

/** Everybody of one body. */
export const contactsRowSchema = z.strictObject({
  kind: z.literal('contacts'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  version: z.int(),
  body: z.string(),
  contacts: z.array(contactSchema),
  imported: importedSchema,
});
export type ContactsRow = z.infer<typeof contactsRowSchema>;

/** Calendars and contacts are shared by all that runs on the real clock; a simulation has its own. */
export function scopeOf({ clock, id }: Pick<Trajectory, 'clock' | 'id'>): string {
  return clock === 'real' ? REAL_SCOPE : id;
}

/** No trajectory can be called so by mistake: a simulation's id ends in its own hash. */
export const REAL_SCOPE = 'real';
