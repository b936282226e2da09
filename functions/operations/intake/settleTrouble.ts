import type { PollState } from '../../domain/councils/pollState.ts';
import { type TroubleNotice, troubleKey, troubleNotice } from '../../domain/councils/troubleNotice.ts';
import type { Source } from '../../domain/intake/source.ts';
import { newItem } from './newItem.ts';
import type { ItemStore } from './ports.ts';

/** Who closes it when the system answers again. */
const POLLER = 'besluitketen';

/** Lets the one item of a source's trouble say what is true now. What a person closed stays closed. */
export async function showTrouble(
  items: ItemStore,
  source: Source,
  system: string,
  state: PollState,
): Promise<void> {
  const notice = troubleNotice(system, state);
  if (!notice) return;
  const item = itemOf(source, state, notice);
  if (await items.putItem(item)) return;
  const there = await items.item(item.id);
  if (there?.status === 'unknown' && there.reason !== item.reason)
    await items.writeItem({ ...there, reason: item.reason, lastWrite: 'poll-failing' }, there);
}

/** Closes it when the system could be read again; `failing` is the state that was left behind. */
export async function closeTrouble(
  items: ItemStore,
  source: Source,
  system: string,
  failing: PollState,
  now: string,
): Promise<void> {
  const notice = troubleNotice(system, failing);
  const open = notice && (await items.item(itemOf(source, failing, notice).id));
  if (open?.status !== 'unknown') return;
  await items.writeItem(
    {
      ...open,
      status: 'dismissed',
      closedAt: now,
      closedBy: POLLER,
      closedBecause: 'De bron is weer te lezen.',
      lastWrite: 'poll-works',
    },
    open,
  );
}

function itemOf({ name, municipality }: Source, state: PollState, notice: TroubleNotice) {
  return newItem({ source: name, municipality, key: troubleKey(state) }, notice);
}
