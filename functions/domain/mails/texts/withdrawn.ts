import type { Plan } from '../../plan/schema.ts';
import type { Round } from '../../round/round.ts';
import { formatRoundId } from '../../roundId.ts';
import { footer, type Told } from './told.ts';

/** To the lead and the bodies that were asked: nothing is expected of them any more. */
export function withdrawn(plan: Plan, round: Round): Told {
  return {
    subject: `${round.title}: ronde ingetrokken`,
    heading: 'De ronde is ingetrokken',
    paragraphs: [
      `De ronde over "${round.title}" is ingetrokken. U hoeft niet meer te antwoorden; wat al geantwoord is, blijft in het logboek staan.`,
      `Reden: ${round.withdrawnBecause ?? ''}`,
    ],
    facts: [['Ronde', formatRoundId(round)]],
    footer: footer(plan),
  };
}
