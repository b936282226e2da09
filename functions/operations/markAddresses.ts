import { type MailEvent, reportedIn } from '../domain/mails/mailEvent.ts';
import { forgottenAt, plainAddress } from '../domain/mails/markedAddress.ts';
import { SCHEMA_VERSION } from '../domain/round/round.ts';
import type { RecordStore } from './ports.ts';

/** Marks what an event says of its recipients; how many marks are new. Said twice, late or out of order is the same. */
export async function markAddresses(
  store: Pick<RecordStore, 'markAddress'>,
  event: Pick<MailEvent, 'bounce' | 'complaint'>,
  messageId: string,
): Promise<number> {
  let marked = 0;
  for (const { address, why, detail, at } of reportedIn(event)) {
    const isNew = await store.markAddress({
      kind: 'marked-address',
      schemaVersion: SCHEMA_VERSION,
      address: plainAddress(address),
      why,
      ...(detail && { detail }),
      markedAt: at,
      messageId,
      ...(why === 'delayed' && { expiresAt: forgottenAt(at) }),
      lastWrite: 'address-marked',
    });
    if (isNew) marked++;
  }
  return marked;
}
