import { formatRoundId } from '../../functions/domain/roundId.ts';
import { moveRoundOn } from '../../functions/operations/moveRoundOn.ts';
import type { MailRun } from '../../functions/operations/sendMails.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { createClock, LATER, type Mailbox, type Running } from './exampleRecord.ts';

/** What the stream and the chain do after a change: the round is moved on, its executions go as far as they can. */
export async function goOn(running: Running, number = 1, at = LATER): Promise<void> {
  const round = await running.round(number);
  await moveRoundOn(running.store, running.chain, round, await running.requests(number), at);
  await running.chain.catchUp();
}

/** Sends the mails that the round's rows owe now, as the stream's second follower does. */
export async function tell(running: Running, mailbox: Mailbox, number = 1): Promise<MailRun> {
  const { store, plan } = running;
  const round = await running.round(number);
  const requests = await store.requestsOfRound(plan.id, formatRoundId(round));
  return sendOwedMails(store, mailbox, createClock().now, plan, round, requests);
}
