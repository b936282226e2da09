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
  const state = (await rowOf(store, owner))?.mails[key];
  if (!state || state.sentAt) return false;
  const { error: _gone, ...claimed } = state;
  return store.markMail(owner, key, { ...claimed, sentAt, messageId });
}

async function rowOf(store: RecordStore, owner: MailOwner) {
  if ('replanning' in owner) {
    const all = await store.replannings(owner.trajectory);
    return all.find(({ version }) => version === owner.replanning);
  }
  return owner.body === undefined
    ? store.round(owner.trajectory, owner.round)
    : store.request(owner.trajectory, formatRoundId(owner.round), owner.body);
}
