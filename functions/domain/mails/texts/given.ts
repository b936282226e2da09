import { dutchDay } from '../../calendar/dutchDay.ts';
import { givenWords } from '../../decision/embargo.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import { footer, type Told } from './told.ts';

/** To the others, of an answer under embargo: that it was given, and from when they hear what it is. */
export function given(plan: Plan, round: Round, body: Body, { embargo = '' }: DecisionRequest): Told {
  return {
    subject: `${body.name}: antwoord gegeven – ${round.title}`,
    heading: `${body.name}: antwoord gegeven`,
    paragraphs: [
      `${body.name}, over "${round.title}": ${givenWords(embargo)}. Op die dag krijgt u bericht van wat er is besloten.`,
    ],
    facts: [
      ['Openbaar op', dutchDay(embargo)],
      ['Ronde', formatRoundId(round)],
    ],
    footer: footer(plan),
  };
}
