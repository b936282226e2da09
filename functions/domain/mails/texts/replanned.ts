import { dayOf } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import type { Plan } from '../../plan/schema.ts';
import type { ReplanNotice } from '../../replan/notices.ts';
import type { Replanning } from '../../replan/replanning.ts';
import { footer, type Told } from './told.ts';

/** To one person: what another planning changes for them, and why there is one. */
export function replanned(plan: Plan, replanning: Replanning, { person, sentences }: ReplanNotice): Told {
  return {
    subject: `Planning gewijzigd – ${plan.title}`,
    heading: 'De planning is gewijzigd',
    paragraphs: [
      `Beste ${person.name},`,
      `De planning van het traject "${plan.title}" is gewijzigd. Reden: ${replanning.reason}`,
      ...(sentences.length === 0 ? ['Er verschuift geen datum en er vervalt niets.'] : []),
      'Wat al besloten en vastgelegd is, blijft zoals het is.',
    ],
    facts: [
      ['Gewijzigd op', dutchDay(dayOf(replanning.at))],
      ['Planversie', String(replanning.version)],
    ],
    ...(sentences.length > 0 && { list: { title: 'Wat er voor u verandert', items: sentences } }),
    footer: footer(plan),
  };
}
