import { sequenceOfRequest } from '../agenda/agendaEvent.ts';
import { dayOf } from '../calendar/days.ts';
import { bodiesOf } from '../plan/bodies.ts';
import type { Plan } from '../plan/schema.ts';
import type { OwedReminder, PersonalReminders } from '../reminders/owedReminders.ts';
import { shortHash } from '../shortHash.ts';
import { agendaAttachment } from './agendaAttachment.ts';
import type { ComposedMail } from './compose.ts';
import { drawFor } from './drawFor.ts';
import { named } from './named.ts';
import { reminder } from './texts/reminder.ts';

interface ReminderMatter {
  readonly plan: Plan;
  readonly trajectory: string;
  /** Of plan and calendars together, `Timing.sequence`. */
  readonly sequence: number;
  readonly at: string;
  /** Personal addresses to answer at, by the key of the reminder and its body. */
  readonly linkOf?: ((reminder: OwedReminder) => string | undefined) | undefined;
}

/** One message to one person, of one thing or of several; with the days of the requests among them. */
export function composeReminder(matter: ReminderMatter, personal: PersonalReminders): ComposedMail {
  const { plan, at } = matter;
  const today = dayOf(at);
  const reference = reminderReference(matter, personal);
  return {
    ...drawFor([personal.person], plan, reference, (words) =>
      reminder(words, plan, personal, today, matter.linkOf),
    ),
    ...agendaAttachment(plan.title, requestsAmong(matter, personal), at),
  };
}

/** The "Berichtkenmerk" of a reminder. The day first: it says when this was sent, of one or of several in one message. */
export function reminderReference(
  { trajectory, at }: Pick<ReminderMatter, 'trajectory' | 'at'>,
  { person, reminders }: PersonalReminders,
): string {
  const [first] = reminders;
  const about =
    reminders.length === 1 && first
      ? [first.work.subject, first.work.body, first.key].filter(Boolean).join('/')
      : shortHash(person.mail);
  return `${trajectory}/remind-${dayOf(at)}/${about}`;
}

function requestsAmong({ plan, trajectory, sequence }: ReminderMatter, { reminders }: PersonalReminders) {
  return reminders.flatMap(({ work }) => {
    if (!work.request || work.kind === 'task') return [];
    const { request, subject, title, kind: role, due } = work;
    return [
      {
        trajectory,
        round: subject,
        title,
        body: named(bodiesOf(plan), request.body),
        role,
        due,
        sequence: sequenceOfRequest(sequence, request),
        asked: true,
      },
    ];
  });
}
