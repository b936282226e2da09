import { dayOf } from '../../calendar/days.ts';
import type { Body } from '../../plan/bodies.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';

/** To the others: who answered what, and who is still to answer. */
export function decided(
  { labels, field, round: { decided: texts, lookAtRound } }: MailCatalogue,
  round: Round,
  body: Body,
  request: DecisionRequest,
  open: readonly string[],
  page: string | undefined,
): Told {
  const deferral = request.status === 'decided' ? undefined : request.deferrals.at(-1);
  const outcome = field.outcome[request.outcome ?? 'deferred'];
  const decidedOn = deferral?.decidedOn ?? request.decidedOn;
  const on = field.day(decidedOn ?? dayOf(round.askAt));
  const details = deferral ?? request;
  const correction = request.corrections?.at(-1);
  const { title } = round;
  const answer =
    request.via === 'watch'
      ? texts.silent({ body: body.name, title })
      : texts.answered({ body: body.name, outcome, title });
  return {
    subject: texts.subject({ body: body.name, outcome, title, corrected: correction !== undefined, on }),
    preheader: answer,
    heading: texts.heading({ body: body.name, outcome }),
    paragraphs: [answer],
    action: page === undefined ? undefined : { label: lookAtRound, url: page },
    facts: [
      ...(decidedOn ? [[labels.date, on] as const] : []),
      ...(deferral ? [[labels.newDate, field.day(deferral.newDate)] as const] : []),
      ...(details.reference ? [[labels.reference, details.reference] as const] : []),
      ...(details.note ? [[labels.note, details.note] as const] : []),
      ...(correction
        ? [
            [
              labels.recordedBefore,
              texts.outcomeOn({
                outcome: field.outcome[correction.outcome],
                on: field.day(correction.decidedOn),
              }),
            ] as const,
            [labels.correctionReason, correction.reason] as const,
          ]
        : []),
      ...(request.embargo && !deferral ? [[labels.notPublicUntil, field.day(request.embargo)] as const] : []),
      [labels.round, formatRoundId(round)],
    ],
    list: open.length > 0 ? { title: texts.stillOpen, items: open } : undefined,
  };
}
