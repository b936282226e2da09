import type { QueuedMessage } from '../../domain/intake/queuedMessage.ts';
import { forgottenAt, type SeenMessage } from '../../domain/intake/seenMessage.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { IntakeDependencies } from './dependencies.ts';
import { type MessageEnd, workOutMessage } from './workOutMessage.ts';

/** Longer than the function that works on it may run (infra: 60 s): a claim that lapsed has no worker any more. */
export const CLAIM_SECONDS = 90;

/**
 * Works out one message from the queue: once, however often it comes. Only what is written down is over (invariant 11):
 * every effect comes before `finishMessage`, and doing it again has none. Throws when it must come back: `Unavailable`
 * while something cannot be reached or another worker is at it, anything else when it cannot be worked out at all.
 */
export async function handleMessage(
  deps: IntakeDependencies,
  message: QueuedMessage,
): Promise<SeenMessage['status'] | 'repeated'> {
  const { messages, sources, now } = deps;
  const { source, messageKey, receivedAt } = message;
  if (!(await messages.claimMessage(claimOf(message, now()), now()))) {
    const seen = await messages.message(source, messageKey);
    // Its worker may have died: if this copy were taken for done, nothing would be left to come back.
    if (seen?.status === 'working')
      throw new Unavailable('Het bericht', new Error('another worker is at it'));
    return 'repeated';
  }
  let end: MessageEnd;
  try {
    end = await workOutMessage(deps, message);
  } catch (error) {
    await giveBack(deps, message, error);
    throw error;
  }
  const said = message.foundBy ? `Gevonden bij nalopen. ${end.said}` : end.said;
  await messages.finishMessage({ source, messageKey, receivedAt }, { ...end, said });
  // Resumed in that moment: whoever let the held ones go may not have seen this one.
  if (end.status === 'held' && !(await sources.source(source))?.pausedAt)
    throw new Unavailable('De bron', new Error('it was resumed meanwhile'));
  return end.status;
}

function claimOf({ source, messageKey, receivedAt }: QueuedMessage, now: string): SeenMessage {
  return {
    kind: 'message',
    schemaVersion: SCHEMA_VERSION,
    source,
    messageKey,
    receivedAt,
    status: 'working',
    said: 'Wordt verwerkt.',
    repeats: 0,
    workedUntil: new Date(Date.parse(now) + CLAIM_SECONDS * 1000).toISOString(),
    expiresAt: forgottenAt(now),
  };
}

/** For the page of its source, and so that the next try need not wait for the claim to lapse. */
async function giveBack(
  { messages }: IntakeDependencies,
  message: QueuedMessage,
  error: unknown,
): Promise<void> {
  const said =
    error instanceof Unavailable
      ? `${error.message.split(':')[0]}. Het bericht wordt vanzelf opnieuw geprobeerd.`
      : 'Dit bericht kan niet worden verwerkt. Na een dag proberen staat het bij de onbestelbare berichten.';
  try {
    await messages.finishMessage(message, { status: 'failed', said });
  } catch (unfinished) {
    // The table itself: then the claim lapses.
    if (!(unfinished instanceof Unavailable)) throw unfinished;
  }
}
