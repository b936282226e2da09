import { addressUnder } from '../addressUnder.ts';
import { type CouncilRequest, JSON_LIMITS, type PollSettings, type PollWindow } from '../councilSystem.ts';

const VERSION = { format: 'json', version: '1.17.0' };
/** A page holds tens of events, and a window is two months: more pages is a list that does not end. */
export const MOST_PAGES = 10;

export function eventsRequest(
  poll: PollSettings,
  organisation: string,
  { from, until }: PollWindow,
  page = 1,
): CouncilRequest {
  const query = {
    organisation_id: organisation,
    date_from: `${from} 00:00:00`,
    date_to: `${until} 23:59:59`,
    page: String(page),
    ...VERSION,
  };
  return {
    url: addressUnder(poll.url, 'events', query),
    step: 'events',
    context: { from, until, page: String(page), organisation },
    limits: JSON_LIMITS,
  };
}

export function meetingRequest(poll: PollSettings, id: string): CouncilRequest {
  return {
    url: addressUnder(poll.url, `events/meetings/${id}`, VERSION),
    step: 'meeting',
    context: {},
    limits: JSON_LIMITS,
  };
}

/** `self` is `…/modules/6/items/31`, of which only that path is taken. */
export function moduleItemRequest(
  poll: PollSettings,
  self: string,
  context: Readonly<Record<string, string>>,
): CouncilRequest {
  const path = self.slice(self.indexOf('/modules/'));
  return { url: addressUnder(poll.url, path, VERSION), step: 'module-item', context, limits: JSON_LIMITS };
}
