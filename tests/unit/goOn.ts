import type { MailListSources } from '../../functions/operations/listMails.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import type { MailRun, RoundToTell } from '../../functions/operations/sendMails.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { createClock, LATER, type Mailbox, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** What the stream and the chain do after a change: the round is moved on, its executions go as far as they can. */
export async function goOn(running: Running, number = 1, at = LATER): Promise<void> {
  const round = await running.round(number);
  await moveRoundOn(running.store, running.chain, round, await running.requests(number), at);
  await running.chain.catchUp();
}

/** The rows of a round, as its mails are composed from them. */
export async function toTell({ store, plan, round, requests }: Running, number = 1): Promise<RoundToTell> {
  const trajectory = (await store.trajectory(plan.id))!;
  return { trajectory, plan, round: await round(number), requests: await requests(number) };
}

/** Sends the mails that the round's rows owe now, as the stream's second follower does. */
export async function tell(running: Running, mailbox: Mailbox, number = 1): Promise<MailRun> {
  const { store } = running;
  return sendOwedMails(
    { store, reference: NOTHING_IMPORTED, sender: mailbox, now: createClock().now },
    await toTell(running, number),
  );
}

/** What the list of mails is drawn from, at the moment at which `tell` sends. */
export function mailSources({ store }: Pick<Running, 'store'>): MailListSources {
  return { store, reference: NOTHING_IMPORTED, now: createClock().now };
}
