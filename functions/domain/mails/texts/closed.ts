import { dutchDay } from '../../calendar/dutchDay.ts';
import { OUTCOME_WORD } from '../../dutch.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { DecisionRequest, Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import { footer, named, type Told } from './told.ts';

/** To everyone: the round is divided or concluded, with all its answers. */
export function closed(
  kind: 'divided' | 'concluded',
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
  bodies: readonly Body[],
): Told {
  const answers = round.stages
    .flatMap((stage) => stage.bodies)
    .flatMap((id) => {
      const request = requests.find((each) => each.body === id);
      if (!request?.outcome || !request.decidedOn) return [];
      const note = request.note ? ` – ${request.note}` : '';
      return [
        `${named(bodies, id).name}: ${OUTCOME_WORD[request.outcome]} (${dutchDay(request.decidedOn)})${note}`,
      ];
    });
  const divided = kind === 'divided';
  return {
    subject: `${round.title}: ${divided ? 'verdeeld, terug voor een herzien voorstel' : 'ronde afgerond'}`,
    heading: divided ? 'De organen zijn verdeeld' : 'De ronde is afgerond',
    paragraphs: [
      divided
        ? `Over "${round.title}" is geen overeenstemming. De organisatie werkt aan een herzien voorstel; daarna begint een nieuwe ronde bij de eerste stap.`
        : `Alle organen hebben geantwoord op "${round.title}". Het traject gaat verder met wat hierop wachtte.`,
    ],
    facts: [['Ronde', formatRoundId(round)]],
    list: { title: 'De antwoorden', items: answers },
    footer: footer(plan),
  };
}
