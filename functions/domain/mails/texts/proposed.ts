import { dutchDay } from '../../calendar/dutchDay.ts';
import { OUTCOME_WORD } from '../../dutch.ts';
import type { IncomingItem } from '../../intake/incomingItem.ts';
import type { Body } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import { footer, type Told } from './told.ts';

/** To the secretary of a body: what a document system says it decided, to be confirmed. `link` leads to the form. */
export function proposed(plan: Plan, item: IncomingItem, body: Body, link: string | undefined): Told {
  const { round = '', outcome, on, reference, note } = item.draft;
  return {
    subject: `${body.name}: klopt dit besluit? – ${item.title}`,
    heading: `Bevestigen voor ${body.name}`,
    paragraphs: [
      `Voor het traject "${plan.title}" kwam uit uw eigen systeem (${item.source}) een besluit binnen. Het is nog niet vastgelegd: ${item.reason}`,
      link
        ? 'Kijk het na en leg de uitkomst vast op de pagina hieronder. U kiest de uitkomst zelf; zonder uw bevestiging gebeurt er niets.'
        : 'Geef de uitkomst door aan de projectleider; zonder uw bevestiging gebeurt er niets.',
    ],
    facts: [
      ['Besluit', item.title],
      ...(outcome ? [['Volgens het systeem', OUTCOME_WORD[outcome]] as const] : []),
      ...(on ? [['Datum', dutchDay(on)] as const] : []),
      ...(reference ? [['Kenmerk', reference] as const] : []),
      ...(note ? [['Toelichting', note] as const] : []),
      ['Ronde', round],
      ...(link ? [['Bevestigen', link] as const] : []),
    ],
    footer: footer(plan),
  };
}
