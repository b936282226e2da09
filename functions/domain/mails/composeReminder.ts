import type { Day } from '../calendar/days.ts';
import type { Plan } from '../plan/schema.ts';
import type { PersonalReminders } from '../reminders/owedReminders.ts';
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
  const subject = [first?.work.subject, first?.work.body].filter(Boolean).join('/');
  // What several reminders have in common is the day; a person who reports one can name it.
  const reference =
    personal.reminders.length === 1
      ? `${trajectory}/${subject}/${first?.key}`
      : `${trajectory}/remind-${today}-${first?.key.split('-').at(-1)}`;
  return {
    to: [personal.person.mail],
    replyTo: plan.lead.mail,
    ...drawMail({ ...reminder(plan, personal, today), reference }),
  };
}
