import * as z from 'zod';
import { addressUnder } from '../addressUnder.ts';
import type { CouncilDecision, Said } from '../councilDecision.ts';
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
import { type SaidInText, saidInField, saidInText } from '../saidIn.ts';
import { nextSearch, PAGE } from './searchRequest.ts';

const words = z
  .union([z.string(), z.array(z.string()).transform((each) => each.join(' '))])
  .optional()
  .catch(undefined);

const answerSchema = z.object({ hits: z.object({ hits: z.array(z.unknown()) }) });
const hitSchema = z.object({
  _index: z.string(),
  _id: z.string(),
  _source: z.object({
    name: z.string(),
    description: words,
    classification: words,
    result: words,
    status: words,
    last_discussed_at: words,
    start_date: words,
  }),
});
type Hit = z.infer<typeof hitSchema>;

/** The ends of the URIs with which ORI's ontologies (opengov, argu's meeting) name a result. */
const RESULTS: Readonly<Record<string, Said>> = {
  resultpassed: 'aangenomen',
  resultfailed: 'verworpen',
  resultpostponed: 'doorgeschoven',
  resultkept: 'aangehouden',
  resultwithdrawn: 'ingetrokken',
};

/** A page of hits → decisions, and a question for the next page when this one is full. */
export function readSearch(
  request: CouncilRequest,
  answer: string,
  { poll, today }: ReadingContext,
): Reading {
  const parsed = answerSchema.safeParse(readJson(answer));
  if (!parsed.success) return layoutChanged('Open Raadsinformatie', 'zoekresultaten in "hits"');
  const { hits } = parsed.data.hits;
  const decisions: CouncilDecision[] = [];
  let [skipped, undecided] = [0, 0];
  for (const raw of hits) {
    const hit = hitSchema.safeParse(raw).data;
    const source = hit?._source;
    const meetingDay = readMeetingDay(source?.last_discussed_at) ?? readMeetingDay(source?.start_date);
    const title = plainTitle(source?.name ?? '');
    if (!hit || !source || !meetingDay || title === '') {
      skipped += 1;
      continue;
    }
    const text = plainText(source.description ?? '');
    const found = meetingDay <= today ? outcomeOf(hit, text) : undefined;
    if (!found) undecided += 1;
    else {
      const kind = /motie|amendement/i.exec(source.classification ?? '')?.[0];
      decisions.push({
        externalId: `${hit._id}`,
        meetingDay,
        title: kind ? `${kind}: ${title}` : title,
        text,
        ...found,
        url: addressUnder(poll.url, `${hit._index}/_doc/${hit._id}`),
      });
    }
  }
  if (hits.length > 0 && skipped === hits.length)
    return layoutChanged('Open Raadsinformatie', 'agendapunten met "name" en een datum');
  const more = hits.length >= PAGE ? nextSearch(poll, request) : [];
  return { ...NOTHING_READ, decisions, skipped, undecided, more };
}

function outcomeOf({ _source: { result, status } }: Hit, text: string): SaidInText | undefined {
  for (const written of [result, status]) {
    if (written === undefined) continue;
    const said =
      RESULTS[written.toLowerCase().split(/[/#:]/).at(-1) ?? ''] ?? saidInField(plainTitle(written));
    // `status` also says where an event stands ("EventConfirmed"), which is no outcome.
    if (said && (said !== 'anders' || written === result)) return { said, saidAs: plainTitle(written) };
  }
  return saidInText(text);
}
