import type { MessageKind } from '../source.ts';
import { readCloudEvent } from './cloudEvent.ts';
import { keyOf, keyOfContent } from './messageKey.ts';
import { malformed, type Problem, wrongType } from './problem.ts';
import { readJson } from './readJson.ts';
import { whereWrong } from './whereWrong.ts';
import { isProbe, zgwNotificationSchema } from './zgwNotification.ts';

export type ReadContent =
  | { readonly probe: true }
  | { readonly probe: false; readonly content: string; readonly messageKey: string }
  | { readonly problem: Problem };

const JSON_TYPE = 'application/json';

/**
 * What a message says, by the protocol of its source, as it was sent; and what makes it this very message
 * (`QueuedMessage.messageKey`).
 */
export function readContent(
  speaks: MessageKind,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): ReadContent {
  const isJson = /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
  if (speaks === 'cloudevents') return readEvent(headers, bytes, isJson);
  if (!isJson) return { problem: wrongType(JSON_TYPE, JSON_TYPE) };
  const read = readJson(bytes);
  if ('problem' in read) return read;
  if (speaks === 'standard') {
    if (read.value === null || typeof read.value !== 'object' || Array.isArray(read.value))
      return { problem: malformed('Het bericht is geen object.') };
    return { probe: false, content: read.text, messageKey: keyOf(headers['webhook-id'] ?? '') };
  }
  const notification = zgwNotificationSchema.safeParse(read.value);
  if (!notification.success) return { problem: malformed(whereWrong(notification.error)) };
  if (isProbe(read.value)) return { probe: true };
  return { probe: false, content: read.text, messageKey: keyOfContent(read.value) };
}

function readEvent(
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  isJson: boolean,
): ReadContent {
  // A document system probes with a notification, also for a subscription that sends events (domain.md).
  const read = isJson && headers['ce-id'] === undefined ? readJson(bytes) : undefined;
  if (read && 'value' in read && isProbe(read.value)) return { probe: true };
  const sent = readCloudEvent(headers, bytes);
  if ('problem' in sent) return sent;
  const { source, id } = sent.event;
  return { probe: false, content: sent.content, messageKey: keyOf(source, id) };
}
