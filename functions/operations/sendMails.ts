import { composeMail } from '../domain/mails/compose.ts';
import { type MailReason, owedMails } from '../domain/mails/owedMails.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { leavingDay } from '../domain/round/silenceTerm.ts';
import type { MailSender, RecordStore, WallClock } from './ports.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';

export interface MailRun {
  readonly sent: number;
  readonly failed: number;
}

/** Sends what this round owes, one message a reason. */
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
    const result = await sendOne({ store, sender, now }, plan, round, requests, reason);
    if (result === 'sent') run.sent++;
    if (result === 'failed') run.failed++;
  }
  return run;
}

async function sendOne(
  deps: MailDependencies,
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
  reason: MailReason,
): Promise<'sent' | 'failed' | 'left'> {
  const body = 'request' in reason ? reason.request.body : undefined;
  const before = ('request' in reason ? reason.request.mails : round.mails)[reason.key];
  const row = { owner: { trajectory: round.trajectory, round, body }, key: reason.key, before };
  return sendClaimedMail(deps, reason.kind, [row], (_claimed, trajectory, at) =>
    composeMail(reason, plan, round, requests, leavingDay(trajectory.clock, at)),
  );
}
