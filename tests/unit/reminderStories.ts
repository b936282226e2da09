import { addDays, atTime, type Day } from '../../functions/domain/calendar/days.ts';
import { readMailRows } from '../../functions/operations/mailTags.ts';
import { markSent } from '../../functions/operations/markSent.ts';
import type { OutgoingMail } from '../../functions/operations/ports.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import { CLERK, ROUND } from './exampleRecord.ts';
import { FIRST, type ReminderEvent, type ReminderStory } from './reminderArbitraries.ts';
import { type Reminding, reminding } from './reminding.ts';

/** A mail with the moment it left and the bodies that had answered by then. */
export type Left = OutgoingMail & { readonly at: string; readonly answered: readonly string[] };

/** Plays a story up to a last watch on an ordinary morning; returns every mail that left, and the world. */
export async function played({ steps, ...given }: ReminderStory) {
  const world = await reminding(given);
  const left: Left[] = [];
  const answered: string[] = [];
  const { send } = world.mailbox;
  world.mailbox.send = async (mail) => {
    try {
      return await send(mail);
    } finally {
      const taken = world.mailbox.sent.length > left.length;
      if (taken) left.push({ ...mail, at: world.clock.at, answered: [...answered] });
    }
  };
  let day = FIRST;
  for (const [days, at, what] of steps) {
    day = addDays(day, days);
    world.clock.at = atTime(day, at);
    const before = left.length;
    await happen(world, what, day, at, answered);
    await reported(world, left.slice(before));
  }
  // A working morning on which every claim has lapsed, and mail is taken.
  world.mailbox.fails = [];
  await world.remind('2026-07-01');
  return { ...world, left };
}

async function happen(
  world: Reminding,
  what: ReminderEvent,
  day: Day,
  at: string,
  answered: string[],
): Promise<void> {
  if (what.kind === 'contacts') world.people.contacts = what.contacts;
  if (what.kind === 'fails') world.mailbox.fails = [what.how];
  if (what.kind === 'answers' || what.kind === 'defers') {
    const deferred = what.kind === 'defers';
    if (answered.includes(what.body) || (deferred && what.newDate <= day)) return;
    const outcome = deferred ? 'deferred' : 'adopted';
    const answer = { trajectory: 'voorbeeld', round: ROUND, body: what.body, on: day, outcome } as const;
    const told = deferred ? { ...answer, newDate: what.newDate } : answer;
    await recordDecision(world.store, told, world.clock.at, CLERK);
    if (!deferred) answered.push(what.body);
    return;
  }
  if (what.kind === 'two at once') await Promise.all([world.remind(day, at), world.remind(day, at)]);
  else if (what.kind === 'crash') await stopped(world, day, what.call);
  else await world.remind(day, at);
}

/** A watch that is stopped before its n-th call has happened. */
async function stopped(world: Reminding, day: Day, call: number): Promise<void> {
  let calls = 0;
  const until = <T extends object>(target: T): T =>
    new Proxy(target, {
      get:
        (object, name) =>
        (...args: unknown[]) => {
          if (++calls >= call) return Promise.reject(new Error('stopped'));
          return (Reflect.get(object, name) as (...given: unknown[]) => unknown).apply(object, args);
        },
    });
  const deps = { ...world.deps, store: until(world.store), sender: until(world.mailbox) };
  const timing = await world.timing(day);
  await sendReminders(deps, 'voorbeeld', timing, world.clock.at).catch((error: Error) => {
    if (error.message !== 'stopped') throw error;
  });
}

/** SES tells of every message it took: without that a sender that died before its mark leaves a double (design.md). */
async function reported(world: Reminding, left: readonly Left[]): Promise<void> {
  for (const { tags } of left) {
    const rows = readMailRows(Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]])));
    for (const { owner, key } of rows) await markSent(world.store, owner, key, 'event', world.clock.at);
  }
}
