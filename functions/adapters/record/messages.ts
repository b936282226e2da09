import { type SeenMessage, seenMessageSchema } from '../../domain/intake/seenMessage.ts';
import type { MessageStore } from '../../operations/intake/ports.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Table } from './table.ts';

/**
 * A message is two rows, both forgotten after 30 days: one by its key, so that the same message is claimed once, and one
 * by the moment it came, so that a source's last messages are read without the others.
 */
export function createMessageStore(table: Table): MessageStore {
  const rowOf = async ({ source, messageKey }: Pick<SeenMessage, 'source' | 'messageKey'>) =>
    parseOptionalRow(seenMessageSchema, await table.get(keys.messageKey(source, messageKey)));
  return {
    claimMessage: async (message, now) => {
      const { workedUntil, kind, schemaVersion, ...row } = message;
      await listed(table, message);
      const claimed = await table.update({
        key: keys.messageKey(message.source, message.messageKey),
        UpdateExpression: `SET ${Object.keys({ ...row, kind, schemaVersion, workedUntil })
          .map((name) => `#${name} = :${name}`)
          .join(', ')}`,
        // A paused source's message is worked off when it goes on, one that failed when it comes back.
        ConditionExpression:
          'attribute_not_exists(pk) OR #status IN (:held, :failed) OR (#status = :working AND #workedUntil <= :now)',
        ExpressionAttributeNames: Object.fromEntries(
          Object.keys({ ...row, kind, schemaVersion, workedUntil }).map((name) => [`#${name}`, name]),
        ),
        values: {
          ...Object.fromEntries(Object.entries(message).map(([name, value]) => [`:${name}`, value])),
          ':held': 'held',
          ':failed': 'failed',
          ':working': 'working',
          ':now': now,
        },
      });
      if (!claimed) {
        await table.update({
          key: keys.messageKey(message.source, message.messageKey),
          UpdateExpression: 'ADD repeats :one',
          ConditionExpression: 'attribute_exists(pk)',
          values: { ':one': 1 },
        });
      }
      return claimed;
    },
    finishMessage: (message, { status, said, item, held }) =>
      table.update({
        key: keys.messageKey(message.source, message.messageKey),
        UpdateExpression: `SET #status = :status, said = :said${item ? ', #item = :item' : ''}${held ? ', held = :message' : ''} REMOVE workedUntil`,
        ConditionExpression: '#status = :working',
        ExpressionAttributeNames: { '#status': 'status', ...(item && { '#item': 'item' }) },
        values: { ':status': status, ':said': said, ':item': item, ':message': held, ':working': 'working' },
      }),
    lastMessages: async (source, most) => {
      const listedRows = await table.queryLast(keys.messagesPartition(source), keys.MESSAGE_LOG, most);
      const rows = await Promise.all(
        listedRows.map(({ messageKey }) => rowOf({ source, messageKey: String(messageKey) })),
      );
      return rows.flatMap((row) => row ?? []);
    },
    heldMessages: async (source) => {
      const rows = await table.query(keys.messagesPartition(source), 'MESSAGE#');
      return rows.map((row) => parseRow(seenMessageSchema, row)).filter(({ status }) => status === 'held');
    },
  };
}

/** Once a message; the same again finds it there. */
function listed(table: Table, { source, messageKey, receivedAt, expiresAt }: SeenMessage): Promise<boolean> {
  return table.update({
    key: keys.messageLogKey(source, receivedAt, messageKey),
    UpdateExpression: 'SET messageKey = :messageKey, expiresAt = :expiresAt',
    ConditionExpression: 'attribute_not_exists(pk)',
    values: { ':messageKey': messageKey, ':expiresAt': expiresAt },
  });
}
