import type { z } from 'zod';
import type { CouncilDecision } from '../councilDecision.ts';
import { layoutChanged, NOTHING_READ, type Reading, type ReadingContext } from '../councilSystem.ts';
import { plainText, plainTitle } from '../plainText.ts';
import { readMeetingDay } from '../readMeetingDay.ts';
import { type SaidInText, saidInField, saidInText } from '../saidIn.ts';
import { readXml } from './readXml.ts';
import { answerSchema, itemSchema, listEntrySchema, meetingSchema, meetingsSchema } from './schema.ts';

type Item = z.infer<typeof itemSchema>;

/** All meetings of a window with their items, as one SOAP answer. */
export function readMeetings(answer: string, { today }: Pick<ReadingContext, 'today'>): Reading {
  const parsed = answerSchema.safeParse(readXml(answer));
  if (!parsed.success) return layoutChanged('iBabs', 'het antwoord op GetMeetingsByDateRange');
  const result = parsed.data.Envelope.Body.GetMeetingsByDateRangeResponse.GetMeetingsByDateRangeResult;
  const { Status: status = '', Message: message = '' } = result;
  // An empty window is told as an error.
  if (/no public meetings/i.test(message)) return NOTHING_READ;
  if (status.toUpperCase() === 'ERR' || /has no access/i.test(message)) return notAllowed(message);

  const meetings = meetingsSchema.parse(result.Meetings);
  if (meetings.length === 0 && result.Meetings !== undefined && result.Meetings !== '')
    return layoutChanged('iBabs', 'vergaderingen in "Meetings"');
  const decisions: CouncilDecision[] = [];
  let [skipped, undecided, known] = [0, 0, 0];
  for (const raw of meetings) {
    const meeting = meetingSchema.safeParse(raw).data;
    const meetingDay = readMeetingDay(meeting?.MeetingDate);
    if (!meeting || !meetingDay) {
      skipped += 1;
      continue;
    }
    known += 1;
    for (const rawItem of meeting.MeetingItems) {
      const item = itemSchema.safeParse(rawItem).data;
      const title = plainTitle(item?.Title ?? '');
      if (!item || title === '') skipped += 1;
      else {
        const text = plainText(item.Explanation ?? '');
        const said = meetingDay <= today && item.Confidential !== 'true' ? outcomeOf(item, text) : undefined;
        if (said) decisions.push({ externalId: `meeting_item/${item.Id}`, meetingDay, title, text, ...said });
        else undecided += 1;
      }
    }
  }
  if (meetings.length > 0 && known === 0)
    return layoutChanged('iBabs', 'vergaderingen met "Id" en "MeetingDate"');
  return { kind: 'read', decisions, skipped, undecided, more: [] };
}

/** What the vote module says, when all its entries of this item say one thing; else a line of the explanation. */
function outcomeOf(item: Item, text: string): SaidInText | undefined {
  const results = item.ListEntries.flatMap(
    (entry) => listEntrySchema.safeParse(entry).data?.VoteResult ?? [],
  );
  const written = results.filter((result) => saidInField(result) !== undefined);
  const [first] = written;
  if (first === undefined) return saidInText(text);
  const same = written.every((each) => saidInField(each) === saidInField(first));
  return {
    said: same ? saidInField(first)! : 'anders',
    saidAs: [...new Set(written)].join('; ').slice(0, 200),
  };
}

function notAllowed(message: string): Reading {
  return {
    kind: 'refused',
    sentence: `iBabs geeft geen antwoord${message && ` (“${plainTitle(message).slice(0, 120)}”)`}. Vraag de leverancier om toegang voor het adres van dit systeem en controleer de sitenaam; voer uitkomsten zolang met de hand in.`,
  };
}
