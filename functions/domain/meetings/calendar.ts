import * as z from 'zod';

const day = z.iso.date();

/** A meeting of a body at which it can decide. */
export const meetingSchema = z.strictObject({
  day,
  /** Last day on which papers can be handed in; absent: so many working days before, as the plan says. */
  papersBy: day.optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Days, both included, on which a body does not meet, also when a meeting is listed. */
export const recessSchema = z.strictObject({ from: day, until: day, name: z.string() });
export type Recess = z.infer<typeof recessSchema>;

/** What happens to a body on a day: shown beside its dates, and said with a forecast that passes it. */
export const calendarFactSchema = z.strictObject({
  day,
  kind: z.enum(['election', 'new-council']),
  name: z.string(),
});
export type CalendarFact = z.infer<typeof calendarFactSchema>;

/** When a body meets, as its own clerk or secretary published it: imported, never guessed (domain.md, "Time"). */
export const bodyCalendarSchema = z.strictObject({
  body: z.string(),
  meetings: z.array(meetingSchema),
  recesses: z.array(recessSchema),
  facts: z.array(calendarFactSchema),
});
export type BodyCalendar = z.infer<typeof bodyCalendarSchema>;

/** By the id of the body; a body that is absent has no known calendar. */
export type Calendars = ReadonlyMap<string, BodyCalendar>;

export const NO_CALENDARS: Calendars = new Map();
