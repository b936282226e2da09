import { COUNCIL_SYSTEMS } from '../../domain/councils/councilSystems.ts';
import type { PollState } from '../../domain/councils/pollState.ts';
import { POLLER, troubleItem } from '../../domain/councils/troubleItem.ts';
import type { PolledKind, Source } from '../../domain/intake/source.ts';
import type { ItemStore } from './ports.ts';

/**
 * Makes the one item of a source's trouble say what is true now, and closes it when the trouble is over. What a person
 * closed stays closed. Done again after every look: whatever was broken off in between is made up for.
 */
export async function settleTrouble(
  items: ItemStore,
  source: Source & { readonly speaks: PolledKind },
  before: PollState,
  after: PollState,
  now: string,
): Promise<void> {
  const wanted = troubleItem(source, COUNCIL_SYSTEMS[source.speaks].name, after);
  if (wanted) {
    if (await items.putItem(wanted)) return;
    const there = await items.item(wanted.id);
    if (there?.status === 'unknown' && there.reason !== wanted.reason)
      await items.writeItem({ ...there, reason: wanted.reason, lastWrite: wanted.lastWrite }, there);
    return;
  }
  const open = before.item === undefined ? undefined : await items.item(before.item);
  if (open?.status !== 'unknown') return;
  const { openIn: _openIn, ...kept } = open;
  await items.writeItem(
    {
      ...kept,
      status: 'dismissed',
      closedAt: now,
      closedBy: POLLER,
      closedBecause: 'De bron is weer te lezen.',
      lastWrite: 'poll-works',
    },
    open,
  );
}
