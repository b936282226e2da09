import { addressUnder } from '../addressUnder.ts';
import { type CouncilRequest, JSON_LIMITS, type PollSettings, type PollWindow } from '../councilSystem.ts';

/** Hits come without the texts of documents: some hundreds of bytes each. */
export const PAGE = 200;
/** Elasticsearch gives at most 10,000 hits by `from` and `size`; far fewer are two months of one council. */
const MOST_HITS = 5_000;

/** A search in the index of one municipality: what was on its agendas in these days. */
export function searchRequest(
  poll: PollSettings,
  index: string,
  { from, until }: PollWindow,
  first = 0,
): CouncilRequest {
  const body = {
    query: {
      bool: {
        must: [
          { terms: { '@type': ['AgendaItem', 'Report'] } },
          { range: { last_discussed_at: { gte: from, lte: until, time_zone: 'Europe/Amsterdam' } } },
        ],
      },
    },
    _source: { excludes: ['text', 'md_text', 'text_pages'] },
    sort: [{ last_discussed_at: { order: 'desc' } }],
    from: first,
    size: PAGE,
  };
  return {
    url: addressUnder(poll.url, `${index}/_search`),
    post: { contentType: 'application/json', body: JSON.stringify(body) },
    step: 'search',
    context: { from, until, first: String(first), index },
    limits: JSON_LIMITS,
  };
}

export function nextSearch(poll: PollSettings, { context }: CouncilRequest): CouncilRequest[] {
  const first = Number(context.first) + PAGE;
  if (first >= MOST_HITS) return [];
  const window = { from: context.from ?? '', until: context.until ?? '' };
  return [searchRequest(poll, context.index ?? '', window, first)];
}
