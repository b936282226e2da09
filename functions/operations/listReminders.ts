import { sequenceOfTiming } from '../domain/agenda/dueTerms.ts';
import { atTime, type Day } from '../domain/calendar/days.ts';
import { isWorkingDay } from '../domain/calendar/workingDays.ts';
import { composeReminder, reminderReference } from '../domain/mails/composeReminder.ts';
import { ladderOf, reminderHours } from '../domain/plan/planningRules.ts';
import { planningOf } from '../domain/planning/planningOf.ts';
import { scopeOf } from '../domain/reference.ts';
import { type OpenWork, openWork } from '../domain/reminders/openWork.ts';
import {
  asksForAnswer,
  type OwedReminder,
  owedReminders,
  type PersonalReminders,
} from '../domain/reminders/owedReminders.ts';
import { nextRung } from '../domain/reminders/rungs.ts';
import { sentReminders } from '../domain/reminders/sentReminders.ts';
import type { MailState } from '../domain/round/round.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { linkInMail, type MailView, standOf } from './mailViews.ts';
import type { RecordStore, ReferenceData, WallClock } from './ports.ts';
import { readState } from './readState.ts';

export interface ReminderSources {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly now: WallClock;
  readonly portalUrl?: string | undefined;
}

/** The reminders of a trajectory: sent, owed today, and the next of each thing that is open. */
export async function listReminders(
  { store, reference, now, portalUrl }: ReminderSources,
  trajectory: Trajectory,
): Promise<MailView[]> {
  const scope = scopeOf(trajectory);
  const [plan, state, { calendars, version }, { contacts }] = await Promise.all([
    store.plan(trajectory),
    readState(store, trajectory.id),
    reference.calendars(scope),
    reference.contacts(scope),
  ]);
  const today = todayOf(trajectory, now());
  const { from } = reminderHours(plan);
  const work = openWork(plan, calendars, planningOf(plan, calendars, state, today), state);
  const sequence = sequenceOfTiming(trajectory.planVersion, version);
  const owedOn = (day: Day, of: readonly OpenWork[], at = atTime(day, from)) =>
    owedReminders(plan, contacts, of, day, at);
  const view = (personal: PersonalReminders, day: Day, mail: MailState | undefined): MailView => {
    const linkOf = (each: OwedReminder) => (asksForAnswer(each) ? linkInMail({ portalUrl }) : undefined);
    const matter = { plan, trajectory: trajectory.id, sequence, at: atTime(day, from), linkOf };
    return {
      ...composeReminder(matter, personal),
      reference: reminderReference(matter, personal),
      kind: 'reminder',
      ...standOf(trajectory, mail),
    };
  };
  return [
    ...[...nextRungs()].flatMap(([day, of]) =>
      owedOn(day, of).map(
        (personal): MailView => ({ ...view(personal, day, undefined), status: 'planned', plannedOn: day }),
      ),
    ),
    ...(isWorkingDay(today)
      ? owedOn(today, work, now()).map((personal) => view(personal, today, failedAmong(personal)))
      : []),
    ...sentReminders(plan, contacts, state, trajectory.clock).map((sent) =>
      view(sent, sent.reminders[0]!.rung.day, sent.state),
    ),
  ];

  /** What is still to come, by the day on which it goes: one message a person a day. */
  function nextRungs(): Map<Day, OpenWork[]> {
    const byDay = new Map<Day, OpenWork[]>();
    for (const each of work) {
      const day = nextRung(ladderOf(plan, each.kind), each.due, each.since, today)?.day;
      if (day) byDay.set(day, [...(byDay.get(day) ?? []), each]);
    }
    return byDay;
  }
}

function failedAmong({ reminders }: PersonalReminders): MailState | undefined {
  return reminders.map(({ work, key }) => work.mails[key]).find((state) => state?.error);
}
