import { queuedMessageSchema } from '../../domain/intake/queuedMessage.ts';
import type { MessageQueue, MessageStore } from './ports.ts';

/**
 * Sends what was held while a source was paused back to the queue; call it after the source was resumed, as often as
 * you like. A message stays held until a worker takes it, so stopping half-way loses none and doubles none.
 */
export async function releaseHeld(
  messages: Pick<MessageStore, 'heldMessages'>,
  queue: MessageQueue,
  source: string,
): Promise<number> {
  const held = (await messages.heldMessages(source)).flatMap((message) => message.held ?? []);
  for (const text of held) await queue.send(queuedMessageSchema.parse(JSON.parse(text)));
  return held.length;
}
