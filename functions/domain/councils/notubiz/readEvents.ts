import {
  type CouncilRequest,
  layoutChanged,
  NOTHING_READ,
  type Reading,
  type ReadingContext,
} from '../councilSystem.ts';
import { readJson } from '../readJson.ts';
import { eventsRequest, MOST_PAGES, meetingRequest } from './requests.ts';
import { eventSchema, eventsSchema } from './schema.ts';

/** The list of events → one question per public meeting, and one for the next page. */
export function readEvents(request: CouncilRequest, answer: string, { poll }: ReadingContext): Reading {
  const list = eventsSchema.safeParse(readJson(answer));
  if (!list.success) return layoutChanged('NotuBiz', 'een lijst "events" met vergaderingen');
  const { events, pagination } = list.data;
  if (events.length === 0) return NOTHING_READ;
  const parsed = events.map((event) => eventSchema.safeParse(event));
  const known = parsed.flatMap(({ data }) => (data ? [data] : []));
  if (known.length === 0) return layoutChanged('NotuBiz', 'vergaderingen met een "id"');
  const meetings = known.filter(
    ({ permission_group, canceled }) => permission_group === 'public' && !canceled,
  );
  return {
    ...NOTHING_READ,
    skipped: parsed.length - known.length,
    more: [...meetings.map(({ id }) => meetingRequest(poll, id)), ...nextPage(request, pagination, poll)],
  };
}

function nextPage(
  { context }: CouncilRequest,
  pagination: { has_more_pages: boolean } | undefined,
  poll: ReadingContext['poll'],
): CouncilRequest[] {
  const page = Number(context.page) + 1;
  // Without a word about pages the next one is asked until it is empty, as the harvester of ORI does.
  if (pagination?.has_more_pages === false || page > MOST_PAGES) return [];
  const window = { from: context.from ?? '', until: context.until ?? '' };
  return [eventsRequest(poll, context.organisation ?? '', window, page)];
}
