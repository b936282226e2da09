import { dutchDay } from '../../calendar/dutchDay.ts';
import { OUTCOME_WORD } from '../../dutch.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import { footer, type Told } from './told.ts';

/** To the others: who answered what, and who is still to answer. */
export function decided(
  plan: Plan,
  round: Round,
  body: Body,
  request: DecisionRequest,
  open: readonly string[],
): Told {
  const deferral = request.status === 'decided' ? undefined : request.deferrals.at(-1);
  const outcome = OUTCOME_WORD[request.outcome ?? 'deferred'];
  const on = deferral?.decidedOn ?? request.decidedOn;
  const details = deferral ?? request;
  const correction = request.corrections?.at(-1);
  return {
    subject: `${body.name}: ${correction ? 'gecorrigeerd, ' : ''}${outcome} – ${round.title}`,
    heading: `${body.name}: ${outcome}`,
    paragraphs: [
      request.via === 'watch'
        ? `${body.name} heeft binnen de termijn niet geantwoord op "${round.title}"; volgens het plan is vastgelegd dat kennis is genomen.`
        : `${body.name} heeft over "${round.title}" geantwoord: ${outcome}.`,
    ],
    facts: [
      ...(on ? [['Datum', dutchDay(on)] as const] : []),
      ...(deferral ? [['Nieuwe datum', dutchDay(deferral.newDate)] as const] : []),
      ...(details.reference ? [['Kenmerk', details.reference] as const] : []),
      ...(details.note ? [['Opmerking', details.note] as const] : []),
      ...(correction
        ? [
            [
              'Eerder vastgelegd',
              `${OUTCOME_WORD[correction.outcome]} op ${dutchDay(correction.decidedOn)}`,
            ] as const,
            ['Reden van de correctie', correction.reason] as const,
          ]
        : []),
      ...(request.embargo && !deferral ? [['Niet openbaar tot', dutchDay(request.embargo)] as const] : []),
      ['Ronde', formatRoundId(round)],
    ],
    list: open.length > 0 ? { title: 'Nog niet geantwoord in deze stap', items: open } : undefined,
    footer: footer(plan),
  };
}
