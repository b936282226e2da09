import { formatRoundId } from '../domain/roundId.ts';
import type { MailOwner, RecordStore } from './ports.ts';

/** Marks a claimed mail as sent when SES reports it; false when it was marked already or never claimed. */
export async function markSent(
  store: RecordStore,
  owner: MailOwner,
  key: string,
  messageId: string,
  sentAt: string,
): Promise<boolean> {
  const row =
    owner.body === undefined
      ? await store.round(owner.trajectory, owner.round)
      : await store.request(owner.trajectory, formatRoundId(owner.round), owner.body);
  const state = row?.mails[key];
  if (!state || state.sentAt) return false;
  return store.markMailSent(owner, key, { sentAt, messageId });
}
