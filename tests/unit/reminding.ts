import { atTime } from '../../functions/domain/calendar/days.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import type { Plan } from '../../functions/domain/plan/schema.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { readTiming } from '../../functions/operations/readTiming.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import { settlePlanningFlags } from '../../functions/operations/settlePlanningFlags.ts';
import { asked, COLLEGES, createClock, createMailbox, type Running } from './exampleRecord.ts';
import { calendarOf } from './meetingArbitraries.ts';
import { referenceDataWith } from './memoryReferenceData.ts';

export const [AA, BEE] = COLLEGES;

/** Both colleges meet on 17 March; papers are due ten working days before, on the 3rd. */
export const MEETING = '2026-03-17';
/** The rungs of that ladder, by their day. */
export const RUNGS = [
  ['2026-02-17', 'b10'],
  ['2026-02-24', 'b5'],
  ['2026-03-02', 'b1'],
  ['2026-03-18', 'o1'],
  ['2026-03-25', 'o2'],
  ['2026-04-01', 'o3'],
  ['2026-04-10', 'o4'],
] as const;

export const CALENDARS: readonly BodyCalendar[] = COLLEGES.map((body) => calendarOf(body, [MEETING]));

export function contact(body: string, mail: string, more: Partial<Contact> = {}): Contact {
  return { body, role: 'secretary', name: mail.split('@')[0]!, mail, replacements: [], ...more };
}

interface Given {
  readonly plan?: Plan;
  readonly contacts?: readonly Contact[];
  readonly calendars?: readonly BodyCalendar[];
  readonly running?: Running;
}

/** The example whose colleges were asked on 20 January, with what reminds of it and flags it; mails go to a mailbox. */
export async function reminding({ plan, contacts = [], calendars = CALENDARS, running }: Given = {}) {
  const trajectory = running ?? (await asked(plan));
  const { store } = trajectory;
  const mailbox = createMailbox();
  const clock = createClock();
  const people = { contacts };
  const deps = { store, sender: mailbox, now: clock.now };
  let known: { readonly of: readonly unknown[]; readonly reference: ReferenceData } | undefined;
  const timing = async (day: string, given = calendars) => {
    if (known?.of[0] !== given || known.of[1] !== people.contacts) {
      const reference = await referenceDataWith({ calendars: given, contacts: people.contacts });
      known = { of: [given, people.contacts], reference };
    }
    const { reference } = known;
    return readTiming(store, reference, (await store.trajectory('voorbeeld'))!, day);
  };
  return {
    ...trajectory,
    mailbox,
    clock,
    deps,
    timing,
    /** Who is known from now on: an import replaces them. */
    people,
    /** What the watch of that moment reminds of. */
    remind: async (day: string, time = '07:30') => {
      clock.at = atTime(day, time);
      const { sent, failed } = await sendReminders(deps, 'voorbeeld', await timing(day), clock.at);
      return { sent, failed };
    },
    /** What the watch of that morning raises and resolves. */
    settle: async (day: string, given = calendars) => {
      const at = atTime(day, '07:30');
      return settlePlanningFlags(store, 'voorbeeld', await timing(day, given), day, at);
    },
    /** To whom mails went, with the day and rung of each; `several` in one message. */
    told: () =>
      mailbox.sent.map(({ to, text }) => {
        const [, day, about = ''] = /^Berichtkenmerk: voorbeeld\/remind-([0-9-]+)\/(.+)$/m.exec(text) ?? [];
        return `${day} ${/-([bo][0-9]+)-[a-z0-9-]+$/.exec(about)?.[1] ?? 'several'} ${to.join()}`;
      }),
  };
}

export type Reminding = Awaited<ReturnType<typeof reminding>>;
