import type { Day } from '../../calendar/days.ts';
import { bodiesOf } from '../../plan/bodies.ts';
import type { Plan } from '../../plan/schema.ts';
import type { OwedReminder, PersonalReminders } from '../../reminders/owedReminders.ts';
import type { MailCatalogue } from '../catalogue/mailCatalogue.ts';
import type { Told } from '../drawFor.ts';
import { named } from '../named.ts';
import { dueFacts, whyMoved } from './dueFacts.ts';

type LinkOf = (reminder: OwedReminder) => string | undefined;

/** To one person: what is still open for them, and by when; several things together in one message. */
export function reminder(
  words: MailCatalogue,
  plan: Plan,
  personal: PersonalReminders,
  today: Day,
  linkOf: LinkOf = () => undefined,
): Told {
  const [first] = personal.reminders;
  return personal.reminders.length === 1 && first
    ? ofOne(words, plan, personal, first, today, linkOf(first))
    : ofSeveral(words, plan, personal, today, linkOf);
}

function ofOne(
  words: MailCatalogue,
  plan: Plan,
  { person }: PersonalReminders,
  single: OwedReminder,
  today: Day,
  link: string | undefined,
): Told {
  const { labels, field, personal, round } = words;
  const { work, rung } = single;
  const late = rung.kind === 'overdue';
  const sentence = sentenceOf(words, plan, single, today);
  const what = work.body ? `${named(bodiesOf(plan), work.body).name}, ${work.title}` : work.title;
  return {
    subject: personal.reminder.subject({ late, what, by: field.day(work.due.day) }),
    preheader: sentence,
    heading: personal.reminder.heading(late),
    paragraphs: [
      personal.dear(person.name),
      sentence,
      ...whyMoved(words, work.due),
      link ? round.asked.answerByLink : personal.reminder.done,
    ],
    action: link === undefined ? undefined : { label: round.asked.action, url: link },
    facts: [
      [labels.askedOn, field.day(work.since)],
      ...dueFacts(words, work.due),
      [labels.about, work.subject],
    ],
  };
}

/** Each with an address of its own: none of them is the one thing to do. */
function ofSeveral(
  words: MailCatalogue,
  plan: Plan,
  { person, reminders }: PersonalReminders,
  today: Day,
  linkOf: LinkOf,
): Told {
  const { field, personal, round } = words;
  const texts = personal.reminder;
  const late = reminders.some(({ rung }) => rung.kind === 'overdue');
  const of = { trajectory: plan.title, count: reminders.length };
  return {
    subject: texts.subjectOfSeveral({ ...of, late, on: field.day(today) }),
    preheader: texts.several(of),
    heading: texts.heading(late),
    paragraphs: [
      personal.dear(person.name),
      texts.several(of),
      reminders.some((each) => linkOf(each)) ? round.asked.answerByLink : texts.done,
    ],
    facts: [],
    list: {
      title: texts.open,
      items: reminders.map((each) =>
        [sentenceOf(words, plan, each, today), linkOf(each)].filter(Boolean).join(` ${texts.answerHere} `),
      ),
    },
  };
}

function sentenceOf(
  { field, personal: { reminder: texts } }: MailCatalogue,
  plan: Plan,
  { work, rung }: OwedReminder,
  today: Day,
): string {
  const who = work.body ? named(bodiesOf(plan), work.body).name : texts.organisation;
  const what =
    work.body && work.kind !== 'task'
      ? texts.over({ what: field.request[work.kind], title: work.title })
      : work.title;
  const { day, papersBy } = work.due;
  const by = field.day(day);
  if (rung.kind === 'overdue') return texts.overdue({ who, what, by });
  if (papersBy < day && today <= papersBy)
    return texts.withPapers({ who, what, papersBy: field.day(papersBy), by });
  return texts.due({ who, what, by });
}
