import type { MailState } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { MailOwner, RecordStore } from './ports.ts';

/** Marks a claimed mail as sent when SES reports it, by its own row alone: whoever does this may read no more; false when it was marked already or never claimed. */
export async function markSent(
  store: RecordStore,
  owner: MailOwner,
  key: string,
  messageId: string,
  sentAt: string,
): Promise<boolean> {
  // The write has its own condition; who sends mails of these and who marks them read different stores.
  if ('item' in owner || 'statement' in owner || 'memo' in owner)
    return store.markMailSent(owner, key, { sentAt, messageId });
  const state = (await mailsOf(store, owner))?.[key];
  if (!state || state.sentAt) return false;
  return store.markMailSent(owner, key, { sentAt, messageId });
}

async function mailsOf(
  store: RecordStore,
  owner: Exclude<
    MailOwner,
    { readonly item: string } | { readonly statement: string } | { readonly memo: string }
  >,
): Promise<Record<string, MailState> | undefined> {
  if ('milestone' in owner) return (await store.milestone(owner.trajectory, owner.milestone))?.mails;
  if ('replanning' in owner) return (await store.replanning(owner.trajectory, owner.replanning))?.mails;
  if (owner.body === undefined) return (await store.round(owner.trajectory, owner.round))?.mails;
  return (await store.request(owner.trajectory, formatRoundId(owner.round), owner.body))?.mails;
}
