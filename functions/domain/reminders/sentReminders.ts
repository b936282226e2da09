import { type Day, dayOf } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Contact, Person } from '../contacts/contact.ts';
import { bodiesOf } from '../plan/bodies.ts';
import { ladderOf, papersLeadOf } from '../plan/planningRules.ts';
import type { Plan } from '../plan/schema.ts';
import type { TrajectoryState } from '../planning/state.ts';
import type { MailState } from '../round/round.ts';
import { leavingDay } from '../round/silenceTerm.ts';
import { formatRoundId } from '../roundId.ts';
import { shortHash } from '../shortHash.ts';
import type { Trajectory } from '../trajectory.ts';
import type { OpenWork } from './openWork.ts';
import type { OwedReminder, PersonalReminders } from './owedReminders.ts';
import { rungsOf } from './rungs.ts';

/** A message that has left, with all reminders that were in it. */
export interface SentReminder extends PersonalReminders {
  readonly state: MailState & { readonly sentAt: string };
}

const KEY = /^(remind-(\d{4}-\d\d-\d\d)-([bo])\d+)-(?:secretary|portfolio-holder|lead)\d*-([0-9a-f]{8})$/;

/** The reminders that have left, from what the rows say of them; one message each. */
export function sentReminders(
  plan: Plan,
  contacts: readonly Contact[],
  state: TrajectoryState,
  clock: Trajectory['clock'],
): SentReminder[] {
  const messages = new Map<string, SentReminder>();
  for (const { mails, ...work } of everAskedWork(plan, state)) {
    for (const [key, mail] of Object.entries(mails)) {
      const { sentAt } = mail;
      const [, rung, due, kind, hash] = KEY.exec(key) ?? [];
      if (!sentAt || !rung || !due || !hash) continue;
      const dueDate = dueOn(plan, due, work.body);
      const planned = rungsOf(ladderOf(plan, work.kind), dueDate).find((each) => each.key === rung)?.day;
      const day = leavingDay(clock, sentAt) ?? planned ?? due;
      const reminder: OwedReminder = {
        key,
        rung: { key: rung, day, kind: kind === 'o' ? 'overdue' : 'before', escalates: false },
        work: { ...work, mails, due: dueDate },
      };
      const person = personOf(plan, contacts, hash);
      const message = `${mail.messageId} ${person.mail}`;
      const known = messages.get(message);
      messages.set(message, {
        person,
        state: { ...mail, sentAt },
        reminders: [...(known?.reminders ?? []), reminder],
      });
    }
  }
  return [...messages.values()];
}

type AskedWork = Omit<OpenWork, 'due'>;

function everAskedWork(plan: Plan, state: TrajectoryState): AskedWork[] {
  return [
    ...state.rounds.flatMap(({ round, requests }) => [
      ...requests.map(
        (request): AskedWork => ({
          owner: { round, body: request.body },
          kind: request.role,
          title: round.title,
          subject: formatRoundId(round),
          body: request.body,
          since: dayOf(request.askedAt ?? round.openedAt),
          request,
          mails: request.mails,
        }),
      ),
      {
        owner: { round },
        kind: 'task' as const,
        title: `Herzien voorstel: ${round.title}`,
        subject: formatRoundId(round),
        since: dayOf(round.closedAt ?? round.openedAt),
        mails: round.mails,
      },
    ]),
    ...state.milestones.map(
      (row): AskedWork => ({
        owner: { milestone: row.id },
        kind: 'task',
        title: plan.milestones.find(({ id }) => id === row.id)?.title ?? row.id,
        subject: row.id,
        since: dayOf(row.openedAt ?? row.completedAt ?? ''),
        mails: row.mails ?? {},
      }),
    ),
  ];
}

function dueOn(plan: Plan, day: Day, body: string | undefined) {
  const papersBy = body ? addWorkingDays(day, -papersLeadOf(plan, body)) : day;
  return { day, papersBy, assumed: false, moved: [] };
}

/** Rows hold a hash of the address and no name: somebody who is in no plan or list of contacts any more stays unnamed. */
function personOf(plan: Plan, contacts: readonly Contact[], hash: string): Person {
  const known: Person[] = [
    plan.lead,
    ...contacts.flatMap(({ name, mail, language, replacements }): Person[] => [
      { name, mail, language },
      ...replacements,
    ]),
    ...bodiesOf(plan),
  ];
  const found = known.find(({ mail }) => shortHash(mail) === hash);
  return found
    ? { name: found.name, mail: found.mail, ...(found.language && { language: found.language }) }
    : { name: 'iemand die niet meer bekend is', mail: '' };
}
