import { composeMail } from '../domain/mails/compose.ts';
import { isClaimable, type MailReason, owedMails } from '../domain/mails/owedMails.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { DecisionRequest, MailState, Round } from '../domain/round/round.ts';
import { leavingDay } from '../domain/round/silenceTerm.ts';
import { MailRefused } from '../domain/unavailable.ts';
import { LEASE_SECONDS } from './mailLease.ts';
import { mailTags } from './mailTags.ts';
import type { MailOwner, MailSender, RecordStore, WallClock } from './ports.ts';

export interface MailRun {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends what this round owes: claim (row) → send → mark. Whoever finds a mail claimed leaves it; a claim that
 * lapsed without a mark is sent again, because SES has no idempotency key (the residual double of design.md).
 */
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
    const result = await sendOne(store, sender, now, plan, round, requests, reason);
    if (result === 'sent') run.sent++;
    if (result === 'failed') run.failed++;
  }
  return run;
}

async function sendOne(
  store: RecordStore,
  sender: MailSender,
  now: WallClock,
  plan: Plan,
  round: Round,
  requests: readonly DecisionRequest[],
  reason: MailReason,
): Promise<'sent' | 'failed' | 'left'> {
  const body = 'request' in reason ? reason.request.body : undefined;
  const owner: MailOwner = { trajectory: round.trajectory, round, body };
  const before = ('request' in reason ? reason.request.mails : round.mails)[reason.key];
  const at = now();
  if (!isClaimable(before, at)) return 'left';
  // Read before each mail: a pause holds for every mail that is not claimed yet.
  const trajectory = await store.trajectory(round.trajectory);
  if (!trajectory || trajectory.mailsPausedAt) return 'left';

  const claim: MailState = {
    claimedUntil: laterBy(at, LEASE_SECONDS),
    attempts: (before?.attempts ?? 0) + 1,
  };
  if (!(await store.claimMail(owner, reason.key, claim, at))) return 'left';
  try {
    const { to, replyTo, subject, text, html } = composeMail(
      reason,
      plan,
      round,
      requests,
      leavingDay(trajectory.clock, at),
    );
    const messageId = await sender.send({
      to,
      replyTo,
      subject,
      text,
      html,
      tags: mailTags(owner, reason.kind, reason.key),
    });
    await store.markMailSent(owner, reason.key, { sentAt: now(), messageId });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    // Refused: free at once, the next run tries again. In doubt: the claim stays until it lapses, so that a
    // `Send` event can still mark it. Either way the reason stands on the record.
    const claimedUntil = error.certainlyUnsent ? at : claim.claimedUntil;
    await store.markMailFailed(owner, reason.key, claim, { claimedUntil, error: error.message });
    return 'failed';
  }
}

function laterBy(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
