import type { Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';
import { closedOn } from './closed.ts';

/** To the lead and the bodies that were asked: nothing is expected of them any more. */
export function withdrawn(
  { labels, field, round: { withdrawn: texts, lookAtRound } }: MailCatalogue,
  round: Round,
  page: string | undefined,
): Told {
  return {
    subject: texts.subject({ title: round.title, on: field.day(closedOn(round)) }),
    preheader: texts.intro(round.title),
    heading: texts.heading,
    paragraphs: [texts.intro(round.title), texts.reason(round.withdrawnBecause ?? '')],
    action: page === undefined ? undefined : { label: lookAtRound, url: page },
    facts: [[labels.round, formatRoundId(round)]],
  };
}
