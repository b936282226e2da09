import { type Day, dayOf } from '../../calendar/days.ts';
import type { Body } from '../../plan/bodies.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';
import { named } from '../named.ts';

/** The day on which a round was divided, concluded or withdrawn. */
export function closedOn({ closedAt, openedAt }: Round): Day {
  return dayOf(closedAt ?? openedAt);
}

/** To everyone: the round is divided or concluded, with all its answers. */
export function closed(
  { labels, field, round: { closed: texts, lookAtRound } }: MailCatalogue,
  kind: 'divided' | 'concluded',
  round: Round,
  requests: readonly DecisionRequest[],
  bodies: readonly Body[],
  page: string | undefined,
): Told {
  const answers = round.stages
    .flatMap((stage) => stage.bodies)
    .flatMap((id) => {
      const request = requests.find((each) => each.body === id);
      if (!request?.outcome || !request.decidedOn) return [];
      const note = request.note ? ` – ${request.note}` : '';
      return [
        `${named(bodies, id).name}: ${field.outcome[request.outcome]} (${field.day(request.decidedOn)})${note}`,
      ];
    });
  const { title } = round;
  const divided = kind === 'divided';
  const about = { title, on: field.day(closedOn(round)) };
  const what = divided ? texts.divided(title) : texts.concluded(title);
  return {
    subject: divided ? texts.dividedSubject(about) : texts.concludedSubject(about),
    preheader: what,
    heading: divided ? texts.dividedHeading : texts.concludedHeading,
    paragraphs: [what],
    action: page === undefined ? undefined : { label: lookAtRound, url: page },
    facts: [[labels.round, formatRoundId(round)]],
    list: { title: texts.answers, items: answers },
  };
}
