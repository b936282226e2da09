import { composeMail } from '../domain/mails/compose.ts';
import { owedMails } from '../domain/mails/owedMails.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { deliverMail } from './deliverMail.ts';
import type { MailSender, RecordStore, WallClock } from './ports.ts';

export interface MailRun {
  readonly sent: number;
  readonly failed: number;
}

/** Sends what this round owes. */
export async function sendOwedMails(
  store: RecordStore,
  sender: MailSender,
  now: WallClock,
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
): Promise<MailRun> {
  const run = { sent: 0, failed: 0 };
  for (const reason of owedMails(round, requests)) {
    const request = 'request' in reason ? reason.request : undefined;
    const result = await deliverMail(store, sender, now, {
      owner: { trajectory: round.trajectory, round, body: request?.body },
      key: reason.key,
      kind: reason.kind,
      state: (request ?? round).mails[reason.key],
      compose: () => composeMail(reason, plan, round, requests),
    });
    if (result === 'sent') run.sent++;
    if (result === 'failed') run.failed++;
  }
  return run;
}
