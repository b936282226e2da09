import type { Day } from '../calendar/days.ts';
import type { Plan } from '../plan/schema.ts';
import type { PersonalReminders } from '../reminders/owedReminders.ts';
import { shortHash } from '../shortHash.ts';
import type { ComposedMail } from './compose.ts';
import { drawMail } from './layout.ts';
import { reminder } from './texts/reminder.ts';

/** One message to one person, of one thing or of several. */
export function composeReminder(
  plan: Plan,
  trajectory: string,
  personal: PersonalReminders,
  today: Day,
): ComposedMail {
  const [first] = personal.reminders;
  const single = personal.reminders.length === 1 && first;
  // The day first: it says when this was sent, of one reminder or of several in one message.
  const about = single
    ? [first.work.subject, first.work.body, first.key].filter(Boolean).join('/')
    : shortHash(personal.person.mail);
  const reference = `${trajectory}/remind-${today}/${about}`;
  return {
    to: [personal.person.mail],
    replyTo: plan.lead.mail,
    ...drawMail({ ...reminder(plan, personal, today), reference }),
  };
}
