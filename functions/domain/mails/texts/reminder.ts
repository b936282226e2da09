import type { Day } from '../../calendar/days.ts';
import { dutchDay } from '../../calendar/dutchDay.ts';
import { ROLE_REQUEST } from '../../dutch.ts';
import { bodiesOf } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { OwedReminder, PersonalReminders } from '../../reminders/owedReminders.ts';
import { dueFacts, whyMoved } from './dueFacts.ts';
import { ANSWER_BY_LINK, footer, named, type Told } from './told.ts';

/** To one person: what is still open for them, and by when; several things together in one message. */
export function reminder(
  plan: Plan,
  { person, reminders }: PersonalReminders,
  today: Day,
  linkOf: (reminder: OwedReminder) => string | undefined = () => undefined,
): Told {
  const [first] = reminders;
  const single = reminders.length === 1 && first ? first : undefined;
  const late = reminders.some(({ rung }) => rung.kind === 'overdue');
  return {
    subject: single
      ? `${late ? 'Te laat' : 'Herinnering'}: ${whose(plan, single)}${single.work.title}`
      : `${late ? 'Te laat of bijna' : 'Herinnering'}: ${reminders.length} openstaande punten – ${plan.title}`,
    heading: late ? 'Uw antwoord wordt gemist' : 'Herinnering',
    paragraphs: [
      `Beste ${person.name},`,
      single
        ? sentenceOf(plan, single, today)
        : `In het traject "${plan.title}" staan ${reminders.length} punten voor u open:`,
      ...(single ? whyMoved(single.work.due) : []),
      reminders.some((each) => linkOf(each))
        ? ANSWER_BY_LINK
        : 'Is het al gebeurd, geef de uitkomst, de datum en het kenmerk dan door aan de projectleider.',
    ],
    facts: single ? factsOf(single, linkOf(single)) : [],
    ...(!single && {
      list: {
        title: 'Open',
        items: reminders.map((each) =>
          [sentenceOf(plan, each, today), linkOf(each)].filter(Boolean).join(' Leg het vast: '),
        ),
      },
    }),
    footer: footer(plan),
  };
}

function whose(plan: Plan, { work }: OwedReminder): string {
  return work.body ? `${named(bodiesOf(plan), work.body).name}, ` : '';
}

function sentenceOf(plan: Plan, { work, rung }: OwedReminder, today: Day): string {
  const who = work.body ? named(bodiesOf(plan), work.body).name : 'De organisatie';
  const what =
    work.body && work.kind !== 'task' ? `${ROLE_REQUEST[work.kind]} over ${work.title}` : work.title;
  const { day, papersBy } = work.due;
  if (rung.kind === 'overdue') return `${who}: ${what} had uiterlijk ${dutchDay(day)} klaar moeten zijn.`;
  if (papersBy < day && today <= papersBy) {
    return `${who}: ${what}. Stukken uiterlijk ${dutchDay(papersBy)}, besluit uiterlijk ${dutchDay(day)}.`;
  }
  return `${who}: ${what}, uiterlijk ${dutchDay(day)}.`;
}

function factsOf({ work }: OwedReminder, link: string | undefined): (readonly [string, string])[] {
  return [
    ['Gevraagd op', dutchDay(work.since)],
    ...dueFacts(work.due),
    ['Betreft', work.subject],
    ...(link ? [['Leg het vast', link] as const] : []),
  ];
}
