import {
  forgottenAt,
  isStopped,
  isToldOf,
  type MarkedAddress,
  plainAddress,
} from '../domain/mails/markedAddress.ts';
import { Refusal } from '../domain/refusal.ts';
import type { RecordStore, WallClock } from './ports.ts';

/** An address as an administrator sees it. */
export interface MarkedAddressView extends Pick<MarkedAddress, 'address' | 'why' | 'detail' | 'markedAt'> {
  /** Nothing goes to it any more. */
  readonly stopped: boolean;
}

type Marks = Pick<RecordStore, 'markedAddresses' | 'releaseAddress'>;

/** The addresses that did not get a mail or did not want one and have not been released, the latest first. */
export async function listMarkedAddresses(
  store: Pick<Marks, 'markedAddresses'>,
  now: WallClock,
): Promise<MarkedAddressView[]> {
  return (await store.markedAddresses())
    .filter((mark) => isToldOf(mark, now()))
    .map((mark) => {
      const { address, why, detail, markedAt } = mark;
      return { address, why, ...(detail && { detail }), markedAt, stopped: isStopped(mark) };
    })
    .sort((a, b) => (a.markedAt < b.markedAt ? 1 : -1));
}

/**
 * Lets mails go to an address again; what is owed to it goes at once, by the stream of its row. Refuses UNKNOWN_ADDRESS,
 * also one that was released already.
 */
export async function releaseAddress(store: Marks, address: string, by: string, at: string): Promise<void> {
  const plain = plainAddress(address);
  if (await store.releaseAddress(plain, { releasedAt: at, releasedBy: by, expiresAt: forgottenAt(at) }))
    return;
  throw new Refusal(
    'UNKNOWN_ADDRESS',
    `${plain} wordt niet tegengehouden; bekijk welke adressen wel met: besluitketen mail addresses.`,
  );
}
