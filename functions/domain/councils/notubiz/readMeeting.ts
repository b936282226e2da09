import type { CouncilDecision } from '../councilDecision.ts';
import {
  type CouncilRequest,
  layoutChanged,
  NOTHING_READ,
  type Reading,
  type ReadingContext,
} from '../councilSystem.ts';
import { plainText, plainTitle } from '../plainText.ts';
import { readJson } from '../readJson.ts';
import { readMeetingDay } from '../readMeetingDay.ts';
import { saidInText } from '../saidIn.ts';
import { moduleItemRequest } from './requests.ts';
import { agendaItemSchema, meetingSchema, moduleReferenceSchema } from './schema.ts';

/** The field of an agenda item that holds its title: ids are the same everywhere, labels are not. */
const TITLE = '1';
/** Agenda items hold agenda items; deeper than this no meeting goes. */
const DEEPEST = 6;

/** A meeting → what its agenda says by itself, and a question for each registered item that may matter. */
export function readMeeting(_request: CouncilRequest, answer: string, context: ReadingContext): Reading {
  const parsed = meetingSchema.safeParse(readJson(answer));
  const meeting = parsed.data?.meeting;
  const meetingDay = readMeetingDay(meeting?.plannings[0]?.start_date);
  if (!meeting || !meetingDay)
    return layoutChanged('NotuBiz', 'een vergadering met "plannings" en "agenda_items"');
  if (meetingDay > context.today) return { ...NOTHING_READ, undecided: meeting.agenda_items.length };

  const decisions: CouncilDecision[] = [];
  const more: CouncilRequest[] = [];
  let [skipped, undecided] = [0, 0];
  const all = flattened(meeting.agenda_items);
  for (const raw of all) {
    const item = agendaItemSchema.safeParse(raw).data;
    const title = plainTitle(
      textOf(item?.type_data.attributes.find(({ id }) => String(id) === TITLE)?.value),
    );
    if (!item || title === '') {
      skipped += 1;
      continue;
    }
    const text = plainText(
      item.type_data.attributes
        .filter(({ id }) => String(id) !== TITLE)
        .map(({ value }) => textOf(value))
        .join('\n'),
    );
    const references = context.mayMatter(`${title}\n${text}`)
      ? item.module_items.flatMap((module) => moduleReferenceSchema.safeParse(module).data ?? [])
      : [];
    const said = saidInText(text);
    const found = { meetingDay, title, text, ...(meeting.url && { url: meeting.url }) };
    if (references.length > 0) {
      const told = { ...found, agendaItem: item.id };
      more.push(...references.map(({ self }) => moduleItemRequest(context.poll, self, told)));
    } else if (said) decisions.push({ externalId: `agenda_item/${item.id}`, ...found, ...said });
    else undecided += 1;
  }
  if (all.length > 0 && skipped === all.length) return layoutChanged('NotuBiz', 'agendapunten met een titel');
  return { kind: 'read', decisions, skipped, undecided, more };
}

function flattened(items: readonly unknown[], depth = 0): unknown[] {
  if (depth >= DEEPEST) return [];
  return items.flatMap((item) => {
    const children = agendaItemSchema.safeParse(item).data?.agenda_items ?? [];
    return [item, ...flattened(children, depth + 1)];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
