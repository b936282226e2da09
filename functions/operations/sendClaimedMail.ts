import type { ComposedMail } from '../domain/mails/compose.ts';
import { stoppedBy } from '../domain/mails/markedAddress.ts';
import { isClaimable } from '../domain/mails/owedMails.ts';
import type { MailState } from '../domain/round/round.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { MailRefused } from '../domain/unavailable.ts';
import { LEASE_SECONDS } from './mailLease.ts';
import { type MailRow, mailTags } from './mailTags.ts';
import type { MailSender, RecordStore, StillSo, WallClock } from './ports.ts';

/** A reason for a mail, with what its row says of it so far. */
export interface MailReasonRow extends MailRow {
  readonly before: MailState | undefined;
  /** It is sent only while its row is so. */
  readonly still?: StillSo;
}

export interface MailDependencies {
  readonly store: RecordStore;
  readonly sender: MailSender;
  readonly now: WallClock;
}

/**
 * Claim (rows) → send → mark: one message for one or several reasons. Whoever finds a reason claimed leaves it to
 * who claimed it, and composes the message of the others. A claim that lapsed without a mark is sent again, because
 * SES has no idempotency key (the residual double of design.md). Nothing is claimed while mails are paused, nor of a mail
 * of which every recipient (`to`) is stopped; one that goes to several leaves to the others.
 */
export async function sendClaimedMail<Row extends MailReasonRow>(
  { store, sender, now }: MailDependencies,
  kind: string,
  rows: readonly Row[],
  compose: (
    claimed: readonly Row[],
    trajectory: Trajectory,
    at: string,
  ) => ComposedMail | Promise<ComposedMail>,
  to: readonly string[],
  isCurrent: (trajectory: Trajectory) => boolean = () => true,
): Promise<'sent' | 'failed' | 'left'> {
  const at = now();
  const free = rows.filter(({ before }) => isClaimable(before, at));
  const [first] = free;
  if (!first) return 'left';
  // Read before each mail: a pause holds for every mail that is not claimed yet.
  const trajectory = await store.trajectory(first.owner.trajectory);
  if (!trajectory || trajectory.mailsPausedAt || !isCurrent(trajectory)) return 'left';
  const isStopped = stoppedBy(await store.markedAddresses());
  // Nobody could get it: it stays owed, and goes when an address is released or replaced.
  if (to.every(isStopped)) return 'left';

  const claimed: { row: Row; claim: MailState }[] = [];
  for (const row of free) {
    const claim = { claimedUntil: laterBy(at, LEASE_SECONDS), attempts: (row.before?.attempts ?? 0) + 1 };
    if (await store.claimMail(row.owner, row.key, claim, at, row.still)) claimed.push({ row, claim });
  }
  if (claimed.length === 0) return 'left';
  const claimedRows = claimed.map(({ row }) => row);
  try {
    const mail = await compose(claimedRows, trajectory, at);
    const reached = mail.to.filter((address) => !isStopped(address));
    const messageId = await sender.send({ ...mail, to: reached, tags: mailTags(kind, claimedRows) });
    const sent = { sentAt: now(), messageId };
    for (const { owner, key } of claimedRows) await store.markMailSent(owner, key, sent);
    return 'sent';
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    for (const { row, claim } of claimed) {
      // Refused: free at once, the next run tries again. In doubt: the claim stays until it lapses, so that a
      // `Send` event can still mark it. Either way the reason stands on the record.
      const claimedUntil = error.certainlyUnsent ? at : claim.claimedUntil;
      await store.markMailFailed(row.owner, row.key, claim, { claimedUntil, error: error.message });
    }
    return 'failed';
  }
}

function laterBy(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
