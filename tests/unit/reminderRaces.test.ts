import { expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { readMailRows } from '../../functions/operations/mailTags.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import { settlePlanningFlags } from '../../functions/operations/settlePlanningFlags.ts';
import { CLERK, COLLEGES, createMailbox, type Mailbox, ROUND } from './exampleRecord.ts';
import { everyInterleaving, type Turns } from './interleavings.ts';
import { createMemoryStore, type MemoryStore } from './memoryStore.ts';
import { AA, BEE, contact, reminding } from './reminding.ts';

const DAY = '2026-02-17';
const AT = atTime(DAY, '07:30');

/** Worlds that are all alike: the trajectory on the morning of its first rung, and what a watch of it does. */
async function mornings(contacts: readonly Contact[], answered?: string) {
  const example = await reminding({ contacts });
  if (answered) await example.decide(answered);
  const timing = await example.timing(DAY);
  const rows = example.store.snapshot();
  const fresh = () => ({ store: createMemoryStore(rows), mailbox: createMailbox(), raised: 0, resolved: 0 });
  type World = ReturnType<typeof fresh>;
  return {
    fresh,
    reminds: (world: World) => async (turns: Turns, who: number) => {
      const deps = { store: turns.of(who, world.store), sender: turns.of(who, world.mailbox), now: () => AT };
      await sendReminders(deps, 'voorbeeld', timing, AT);
    },
    settles: (world: World) => async (turns: Turns, who: number) => {
      const store = turns.of(who, world.store);
      const { raised, resolved } = await settlePlanningFlags(store, 'voorbeeld', timing, DAY, AT);
      world.raised += raised;
      world.resolved += resolved;
    },
  };
}

/** Everything that was told to somebody, as body and rung: what is in here twice was told twice. */
function toldIn({ sent }: Mailbox): string[] {
  return sent.flatMap(({ to, tags }) =>
    readMailRows(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]))).map(
      ({ owner, key }) =>
        `${to} ${'body' in owner ? owner.body : ''} ${key.split('-').slice(1, 5).join('-')}`,
    ),
  );
}

const statesOf = async (store: MemoryStore) =>
  (await store.requestsOfRound('voorbeeld', ROUND)).flatMap(({ mails }) => Object.values(mails));

// Guards: functions/operations/sendClaimedMail.ts: `if (await store.claimMail(…))`; the condition of claimMail (memoryStore.ts, mailWrites.ts).
test('two watches at once remind each person of each rung once, in whatever order their steps follow', async () => {
  const { fresh, reminds } = await mornings([contact(AA, 'secretaris@aa.example')], BEE);
  const orders = await everyInterleaving(
    () => {
      const world = fresh();
      return { world, acts: [reminds(world), reminds(world)] };
    },
    async ({ store, mailbox }, order) => {
      expect(toldIn(mailbox), order).toEqual([`secretaris@aa.example ${AA} 2026-03-17-b10`]);
      expect(await statesOf(store), order).toMatchObject([{ sentAt: AT, attempts: 1 }]);
    },
  );
  expect(orders).toBeGreaterThan(20);
});

test('of a person with several things each is told once, in one message or in two', async () => {
  const { fresh, reminds } = await mornings(COLLEGES.map((body) => contact(body, 'gedeeld@regio.example')));
  const orders = await everyInterleaving(
    () => {
      const world = fresh();
      return { world, acts: [reminds(world), reminds(world)] };
    },
    async ({ mailbox }, order) => {
      expect(toldIn(mailbox).sort(), order).toEqual(
        COLLEGES.map((body) => `gedeeld@regio.example ${body} 2026-03-17-b10`),
      );
    },
  );
  expect(orders).toBeGreaterThan(50);
});

// Guards: functions/operations/sendReminders.ts: `still` of `remind`. What is on its way to SES cannot be called back.
test('an answer at the same moment: a reminder leaves only if it was on its way before the answer was there', async () => {
  const { fresh, reminds } = await mornings([contact(AA, 'secretaris@aa.example')], BEE);
  const answer = { trajectory: 'voorbeeld', round: ROUND, body: AA, outcome: 'adopted' as const, on: DAY };
  await everyInterleaving(
    () => {
      const world = { ...fresh(), answered: false, claimed: false };
      const { store } = world;
      const claim = store.claimMail;
      const seen = {
        ...store,
        claimMail: async (...of: Parameters<typeof claim>) => {
          const claimed = await claim(...of);
          world.claimed ||= claimed && !world.answered;
          return claimed;
        },
      };
      const record = { decision: () => recordDecision(store, answer, AT, CLERK) };
      const answers = async (turns: Turns, who: number) => {
        await turns.of(who, record).decision();
        world.answered = true;
      };
      return { world, acts: [reminds({ ...world, store: seen }), answers] };
    },
    async ({ mailbox, claimed }, order) => {
      expect(mailbox.sent.length, order).toBeLessThanOrEqual(claimed ? 1 : 0);
    },
  );
});

// Guards: functions/operations/settleWantedFlags.ts: `if (await store.raiseFlag(…)) raised++`.
test('two watches at once raise each flag once, and neither resolves what the other raised', async () => {
  const { fresh, settles } = await mornings([], BEE);
  await everyInterleaving(
    () => {
      const world = fresh();
      return { world, acts: [settles(world), settles(world)] };
    },
    async ({ store, raised, resolved }, order) => {
      const flags = await store.openFlags('voorbeeld');
      expect({ raised, resolved }, order).toEqual({ raised: flags.length, resolved: 0 });
      expect(flags.filter(({ body }) => body === AA)).toMatchObject([{ flag: 'approaching', raisedAt: AT }]);
    },
  );
});
