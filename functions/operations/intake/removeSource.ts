import { knownSource, type SourceManagement } from './manageSources.ts';
import type { MessageQueue, MessageStore } from './ports.ts';
import { releaseHeld } from './releaseHeld.ts';

interface Removal extends SourceManagement {
  readonly messages: Pick<MessageStore, 'heldMessages'>;
  readonly queue: MessageQueue;
}

/**
 * The source first: without it nothing is taken any more. What came from it stays, and what was held while it was paused
 * goes back to the queue, and from there to triage: nobody would ever resume it (invariant 10). That many. Again when a
 * try broke off before it was all sent; otherwise refuses UNKNOWN_SOURCE.
 */
export async function removeSource(
  { sources, secrets, messages, queue }: Removal,
  name: string,
): Promise<{ readonly released: number }> {
  const held = await messages.heldMessages(name);
  if (held.length === 0) await knownSource(sources, name);
  await sources.removeSource(name);
  await secrets.remove(name);
  return { released: await releaseHeld(messages, queue, name) };
}
