import * as z from 'zod';
import { decodeEntities } from '../plainText.ts';

const text = z.string().transform(decodeEntities);
const optionalText = text.optional().catch(undefined);

/** The parser gives one child as itself, several as a list, and an empty element as an empty text. */
function listOf(name: string) {
  return z
    .object({ [name]: z.unknown() })
    .transform((holder): unknown[] => {
      const inside = holder[name];
      return inside === undefined || inside === '' ? [] : Array.isArray(inside) ? inside : [inside];
    })
    .catch([]);
}

export const answerSchema = z.object({
  Envelope: z.object({
    Body: z.object({
      GetMeetingsByDateRangeResponse: z.object({
        GetMeetingsByDateRangeResult: z.object({
          Status: optionalText,
          Message: optionalText,
          Meetings: z.unknown().optional(),
        }),
      }),
    }),
  }),
});

export const meetingsSchema = listOf('iBabsMeeting');

export const meetingSchema = z.object({
  Id: text,
  MeetingDate: text,
  MeetingItems: listOf('iBabsMeetingItem'),
});

export const itemSchema = z.object({
  Id: text,
  Title: text,
  Explanation: optionalText,
  Confidential: optionalText,
  ListEntries: listOf('iBabsListEntryBasic'),
});

export const listEntrySchema = z.object({ VoteResult: text });
