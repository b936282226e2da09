import { dayOf, timeOfDay } from '../domain/calendar/days.ts';
import { isWorkingDay } from '../domain/calendar/workingDays.ts';
import { composeReminder } from '../domain/mails/composeReminder.ts';
import { reminderHours } from '../domain/plan/planningRules.ts';
import { type OpenWork, openWork, type WorkOwner } from '../domain/reminders/openWork.ts';
import { owedReminders, type PersonalReminders } from '../domain/reminders/owedReminders.ts';
import type { MailOwner, RecordStore } from './ports.ts';
import type { Timing } from './readTiming.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';
import type { MailRun } from './sendMails.ts';

/**
 * Reminds everybody who still has something to do, by the rungs that stand at `at`; one message a person. Only on
 * working days and in the plan's hours: at any other moment nothing is sent, and no rung is spent.
 */
export async function sendReminders(
  deps: MailDependencies,
  trajectory: string,
  timing: Timing,
  at: string,
): Promise<MailRun> {
  const today = dayOf(at);
  const { plan, calendars, planning, state, contacts } = timing;
  const hours = reminderHours(plan);
  const time = timeOfDay(at);
  if (!isWorkingDay(today) || time < hours.from || time > hours.until) return { sent: 0, failed: 0 };
  const work = openWork(plan, calendars, planning, state);
  const run = { sent: 0, failed: 0 };
  for (const personal of owedReminders(plan, contacts, work, today, deps.now())) {
    const result = await remind(deps, trajectory, timing, personal, at);
    if (result === 'sent') run.sent++;
    if (result === 'failed') run.failed++;
  }
  return run;
}

function remind(
  deps: MailDependencies,
  trajectory: string,
  { plan, sequence }: Timing,
  { person, reminders }: PersonalReminders,
  at: string,
) {
  const rows = reminders.map((reminder) => ({
    owner: ownerOf(trajectory, reminder.work.owner),
    key: reminder.key,
    before: reminder.work.mails[reminder.key],
    stillHolds: () => isStillOpen(deps.store, trajectory, reminder.work),
    reminder,
  }));
  return sendClaimedMail(deps, 'reminder', rows, (claimed) =>
    composeReminder(
      { plan, trajectory, sequence, at },
      { person, reminders: claimed.map(({ reminder }) => reminder) },
    ),
  );
}

/** Others are reminded first, which takes its time: who has answered or deferred since is not reminded any more. */
async function isStillOpen(store: RecordStore, trajectory: string, work: OpenWork): Promise<boolean> {
  const { owner, request } = work;
  if (request) {
    const now = await store.request(trajectory, request.round, request.body);
    return now?.status === 'open' && now.deferrals.length === request.deferrals.length;
  }
  if ('milestone' in owner) return (await store.milestone(trajectory, owner.milestone))?.status === 'open';
  const round = await store.round(trajectory, owner.round);
  return round?.status === 'handed-over' && round.revisedAt === undefined;
}

function ownerOf(trajectory: string, owner: WorkOwner): MailOwner {
  return 'milestone' in owner
    ? { trajectory, milestone: owner.milestone }
    : { trajectory, round: owner.round, body: owner.body };
}
