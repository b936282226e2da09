import { dutchDay, periodWords } from '../../calendar/dutchDay.ts';
import { footer, type Told } from '../../mails/texts/told.ts';
import type { Plan } from '../../plan/schema.ts';
import { euros } from '../euros.ts';
import type { Statement } from './countStatement.ts';
import type { Figure, StatementFigures } from './figures.ts';
import { daysOfQuarter, quarterAfter } from './quarters.ts';

/** The quarterly statement in words; `whole`: the quarter is over, so that its figures are not provisional. */
export function statementText(
  plan: Plan,
  statement: Statement,
  { whole = true, opening = [] as readonly string[] } = {},
): Told {
  const { quarter, total, municipalities, attached } = statement;
  const next = periodWords(quarterAfter(quarter));
  const nameOf = (code: string) => plan.participants.find((each) => each.code === code)?.name ?? code;
  const title = `Overzicht van het budget, ${periodWords(quarter)}`;
  return {
    subject: `${title}: ${plan.title}`,
    heading: title,
    paragraphs: [
      ...opening,
      `Dit overzicht gaat over het geld van ${plan.title}, van ${dutchDay(daysOfQuarter(quarter).from)} tot en met ${dutchDay(daysOfQuarter(quarter).until)}, naar de datum van de boekingen. Bedragen zijn inclusief btw; achter elk bedrag staan de kenmerken van de boekingen waaruit het bestaat.`,
      ...(whole ? [] : ['Het kwartaal is nog niet voorbij: de cijfers zijn voorlopig.']),
      attached
        ? 'In de bijlage staat elke boeking van het kwartaal, met het deel van elke gemeente en de stand aan het begin.'
        : 'Het kwartaal heeft te veel boekingen voor een bijlage; zij staan in de bestanden van: besluitketen ledger export.',
    ],
    facts: [
      [
        'Stand bij het begin',
        `ontvangen ${euros(total.before.received)}, verplicht ${euros(total.before.committed)}, uitgegeven ${euros(total.before.spent)}`,
      ],
      ['Ontvangen', withReferences(total.received)],
      ['Verplicht', withReferences(total.committed)],
      ['Uitgegeven', withReferences(total.spent)],
      ['Verplicht en nog niet betaald', euros(total.open)],
      ['Vrij (ontvangen en niet verplicht)', euros(total.free)],
      [`Verwachte uitgaven, ${next}`, withReferences(total.forecast)],
    ],
    list: {
      title: 'Per gemeente',
      items: [...municipalities].map(
        ([code, figures]) => `${nameOf(code)} (${code}): ${inOneLine(figures, next)}`,
      ),
    },
    footer: footer(plan),
  };
}

function inOneLine(
  { received, committed, spent, open, free, forecast }: StatementFigures,
  next: string,
): string {
  return [
    `ontvangen ${withReferences(received)}`,
    `verplicht ${withReferences(committed)}`,
    `uitgegeven ${withReferences(spent)}`,
    `nog te betalen ${euros(open)}`,
    `vrij ${euros(free)}`,
    `verwacht in het ${next} ${withReferences(forecast)}`,
  ].join('; ');
}

function withReferences({ cents, references, entries }: Figure): string {
  if (entries === 0) return euros(cents);
  const others = entries - references.length;
  return `${euros(cents)} (${references.join(', ')}${others > 0 ? ` en ${others} andere` : ''})`;
}
