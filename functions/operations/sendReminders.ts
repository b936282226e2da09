import { dayOf, timeOfDay } from '../domain/calendar/days.ts';
import { isWorkingDay } from '../domain/calendar/workingDays.ts';
import type { Person } from '../domain/contacts/contact.ts';
import { composeReminder } from '../domain/mails/composeReminder.ts';
import { reminderHours } from '../domain/plan/planningRules.ts';
import { type OpenWork, openWork, type WorkOwner } from '../domain/reminders/openWork.ts';
import {
  asksForAnswer,
  failedReminders,
  type OwedReminder,
  owedReminders,
  type PersonalReminders,
} from '../domain/reminders/owedReminders.ts';
import { type LinkMaking, makeLinkUrl } from './links/createLink.ts';
import type { MailOwner, StillSo } from './ports.ts';
import type { Timing } from './readTiming.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';
import type { MailRun } from './sendMails.ts';

export interface ReminderRun extends MailRun {
  /** The rungs that stand and could not be sent, each as "subject: sentence". */
  readonly failures: readonly string[];
}

/**
 * Reminds everybody who still has something to do, by the rungs that stand at `at`; one message a person. Only on
 * working days and in the plan's hours: at any other moment, and for a morning that was `missed`, nothing is sent, and
 * no rung is spent.
 */
export async function sendReminders(
  deps: MailDependencies & LinkMaking,
  trajectory: string,
  timing: Timing,
  at: string,
  missed = false,
): Promise<ReminderRun> {
  const today = dayOf(at);
  const { plan, calendars, planning, state, contacts } = timing;
  const hours = reminderHours(plan);
  const time = timeOfDay(at);
  const work = openWork(plan, calendars, planning, state);
  const unsent = new Set(failedReminders(plan, contacts, work, today).map(subjectOf));
  const run = { sent: 0, failed: 0 };
  const mayRemind = !missed && isWorkingDay(today) && time >= hours.from && time <= hours.until;
  for (const personal of mayRemind ? owedReminders(plan, contacts, work, today, deps.now()) : []) {
    const result = await remind(deps, trajectory, timing, personal, at);
    const subjects = personal.reminders.map(subjectOf);
    if (result === 'sent') {
      run.sent++;
      for (const subject of subjects) unsent.delete(subject);
    }
    if (result === 'failed') {
      run.failed++;
      for (const subject of subjects) unsent.add(subject);
    }
  }
  return { ...run, failures: [...unsent].map((subject) => failure(trajectory, subject)) };
}

/** `process-proposal.r1 GM0072/college remind-2026-06-09-b10-secretary1-1ebb7dcf` */
function subjectOf({ work, key }: OwedReminder): string {
  return [work.subject, ...(work.body ? [work.body] : []), key].join(' ');
}

function failure(trajectory: string, subject: string): string {
  return `${subject}: herinnering niet verzonden; zij wordt elke werkdag opnieuw geprobeerd. De reden staat in: besluitketen mail list ${trajectory}.`;
}

function remind(
  deps: MailDependencies & LinkMaking,
  trajectory: string,
  { plan, planHash, sequence }: Timing,
  { person, reminders }: PersonalReminders,
  at: string,
) {
  const rows = reminders.map((reminder) => ({
    owner: ownerOf(trajectory, reminder.work.owner),
    key: reminder.key,
    before: reminder.work.mails[reminder.key],
    still: stillSo(reminder.work),
    reminder,
  }));
  return sendClaimedMail(
    deps,
    'reminder',
    rows,
    async (claimed, _trajectory, leaves) => {
      const given = claimed.map(({ reminder }) => reminder);
      const linkOf = await linksFor(deps, trajectory, person, given, leaves);
      return composeReminder({ plan, trajectory, sequence, at, linkOf }, { person, reminders: given });
    },
    [person.mail],
    // The days of a plan that was replaced meanwhile are wrong; tomorrow's reminders are by the new one.
    (current) => current.planHash === planHash,
  );
}

/** A link for each request among them that this person answers. */
async function linksFor(
  deps: LinkMaking,
  trajectory: string,
  person: Person,
  reminders: readonly OwedReminder[],
  at: string,
): Promise<(reminder: OwedReminder) => string | undefined> {
  const links = new Map<OwedReminder, string | undefined>();
  for (const reminder of reminders) {
    const { request } = reminder.work;
    if (!request || !asksForAnswer(reminder)) continue;
    const { round, body } = request;
    links.set(reminder, await makeLinkUrl(deps, { trajectory, round, body, person }, at));
  }
  return (reminder) => links.get(reminder);
}

/** Others are reminded first, which takes its time: who has answered or deferred since is not reminded any more. */
function stillSo({ owner, request }: OpenWork): StillSo {
  if (request) return { status: 'open', deferrals: request.deferrals.length };
  // A divided round has been handed over until it is revised.
  return 'round' in owner ? { status: 'handed-over', notRevised: true } : { status: 'open' };
}

function ownerOf(trajectory: string, owner: WorkOwner): MailOwner {
  return 'milestone' in owner
    ? { trajectory, milestone: owner.milestone }
    : { trajectory, round: owner.round, body: owner.body };
}
