import type { Body } from '../../plan/bodies.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';

/** To the others, of an answer under embargo: that it was given, and from when they hear what it is. */
export function given(
  { labels, field, round: { given: texts, lookAtRound } }: MailCatalogue,
  round: Round,
  body: Body,
  { embargo = '' }: DecisionRequest,
  page: string | undefined,
): Told {
  const until = field.day(embargo);
  const sentence = texts.intro({ body: body.name, title: round.title, until });
  return {
    subject: texts.subject({ body: body.name, title: round.title, until }),
    preheader: sentence,
    heading: texts.heading(body.name),
    paragraphs: [sentence, texts.later],
    action: page === undefined ? undefined : { label: lookAtRound, url: page },
    facts: [
      [labels.publicOn, until],
      [labels.round, formatRoundId(round)],
    ],
  };
}
