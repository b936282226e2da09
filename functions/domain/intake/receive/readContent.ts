import type { MessageKind } from '../source.ts';
import { readCloudEvent } from './cloudEvent.ts';
import { keyOf, keyOfContent } from './messageKey.ts';
import { malformed, type Problem, wrongType } from './problem.ts';
import { readJson } from './readJson.ts';
import { isProbe, whereWrong, zgwNotificationSchema } from './zgwNotification.ts';

export type ReadContent =
  | { readonly probe: true }
  | { readonly probe: false; readonly content: string; readonly messageKey: string }
  | { readonly problem: Problem };

/** What a message says, by the protocol of its source, and what makes it this very message (`QueuedMessage.messageKey`). */
export function readContent(
  speaks: MessageKind,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): ReadContent {
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  if (speaks === 'cloudevents') {
    // A document system probes with a notification, also for a subscription that sends events (domain.md).
    const read = isJson && headers['ce-id'] === undefined ? readJson(bytes) : undefined;
    if (read && 'value' in read && isProbe(read.value)) return { probe: true };
    const event = readCloudEvent(headers, bytes);
    if ('problem' in event) return event;
    const { source, id } = event.event;
    return { probe: false, content: JSON.stringify(event.event), messageKey: keyOf(source, id) };
  }
  if (!isJson) return { problem: wrongType('application/json') };
  const read = readJson(bytes);
  if ('problem' in read) return read;
  if (speaks === 'standard') {
    if (read.value === null || typeof read.value !== 'object' || Array.isArray(read.value))
      return { problem: malformed('De inhoud is geen object.') };
    const messageKey = keyOf(headers['webhook-id'] ?? '');
    return { probe: false, content: JSON.stringify(read.value), messageKey };
  }
  const notification = zgwNotificationSchema.safeParse(read.value);
  if (!notification.success) return { problem: malformed(whereWrong(notification.error)) };
  if (isProbe(read.value)) return { probe: true };
  return { probe: false, content: JSON.stringify(read.value), messageKey: keyOfContent(read.value) };
}
