import type { ComposedMail } from '../domain/mails/compose.ts';
import { isClaimable } from '../domain/mails/owedMails.ts';
import type { MailState } from '../domain/round/round.ts';
import { MailRefused } from '../domain/unavailable.ts';
import { mailTags } from './mailTags.ts';
import type { MailOwner, MailSender, RecordStore, WallClock } from './ports.ts';

/** Longer than a function may run: a claim that outlives its function is free again. */
const LEASE_SECONDS = 120;

/** A mail that its row owes: where its state is kept, what that is now, and what it says when it goes. */
export interface DueMail {
  readonly owner: MailOwner;
  readonly key: string;
  readonly kind: string;
  readonly state: MailState | undefined;
  readonly compose: () => ComposedMail;
}

/**
 * One mail: claim (row) → send → mark. Whoever finds it claimed leaves it; a claim that lapsed without a mark is sent
 * again, because SES has no idempotency key (the residual double of design.md).
 */
export async function deliverMail(
  store: RecordStore,
  sender: MailSender,
  now: WallClock,
  { owner, key, kind, state, compose }: DueMail,
): Promise<'sent' | 'failed' | 'left'> {
  const at = now();
  if (!isClaimable(state, at)) return 'left';
  // Read before each mail: a pause holds for every mail that is not claimed yet.
  if ((await store.trajectory(owner.trajectory))?.mailsPausedAt) return 'left';

  const claim: MailState = { claimedUntil: laterBy(at, LEASE_SECONDS), attempts: (state?.attempts ?? 0) + 1 };
  if (!(await store.claimMail(owner, key, claim, at))) return 'left';
  try {
    const { to, replyTo, subject, text, html } = compose();
    const tags = mailTags(owner, kind, key);
    const messageId = await sender.send({ to, replyTo, subject, text, html, tags });
    await store.markMail(owner, key, { ...claim, sentAt: now(), messageId });
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    // Refused: free at once, the next run tries again. In doubt: the claim stays until it lapses, so that a
    // `Send` event can still mark it. Either way the reason stands on the record.
    const claimedUntil = error.certainlyUnsent ? at : claim.claimedUntil;
    await store.markMail(owner, key, { ...claim, claimedUntil, error: error.message });
    return 'failed';
  }
}

function laterBy(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
