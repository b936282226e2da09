import type { Plan } from '../../plan/schema.ts';
import type { Round } from '../../round/round.ts';
import { planningLines } from '../planningLines.ts';
import { footer, type Told } from './told.ts';

/** To a partner: what follows a concluded round, and when. */
export function partnerInformed(plan: Plan, round: Round, partner: string): Told {
  return {
    subject: `${plan.title}: planning na "${round.title}"`,
    heading: `Planning en tijdpad – ${plan.title}`,
    paragraphs: [
      `Aan ${partner}. Over "${round.title}" is besloten. Hieronder staat wat er volgt en wanneer; de planning is voorlopig.`,
    ],
    facts: [],
    list: { title: 'Wat volgt', items: planningLines(plan, round) },
    footer: footer(plan),
  };
}
