import { messageLogSchema } from '../../domain/intake/messageLog.ts';
import { NEVER_FORGOTTEN, type SeenMessage, seenMessageSchema } from '../../domain/intake/seenMessage.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import type { MessageStore } from '../../operations/intake/ports.ts';
import { setting } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import type { Row, Table } from './table.ts';
import { OPEN_INDEX } from './tableShape.ts';

/** What became of messages: a row each under the protocol's own key, and a small one by the time it came. */
export function createMessageStore(table: Table): MessageStore {
  const read = async (source: string, key: string) =>
    parseOptionalRow(seenMessageSchema, await table.get(keys.messageKey(source, key)));
  const readAll = async (rows: readonly Promise<Row | undefined>[]) =>
    (await Promise.all(rows)).flatMap((row) => (row ? [parseRow(seenMessageSchema, row)] : []));
  return {
    claimMessage: async (message, now) => {
      const key = keys.messageKey(message.source, message.messageKey);
      if (await table.update({ key, ...claim(message, now) })) {
        await table.update({
          key: keys.messageLogKey(message.source, message.receivedAt, message.messageKey),
          UpdateExpression:
            'SET kind = :kind, schemaVersion = :version, messageKey = :key, expiresAt = :expires',
          values: {
            ':kind': 'message-log',
            ':version': SCHEMA_VERSION,
            ':key': message.messageKey,
            ':expires': message.expiresAt,
          },
        });
        return true;
      }
      await table.update({
        key,
        UpdateExpression: 'SET repeats = repeats + :one',
        ConditionExpression: 'attribute_exists(pk)',
        values: { ':one': 1 },
      });
      return false;
    },
    message: read,
    finishMessage: ({ source, messageKey }, { status, said, item, held }) => {
      const kept =
        status === 'held' ? { held, openIn: keys.heldMessagesOf(source), expiresAt: NEVER_FORGOTTEN } : {};
      const gone = ['workedUntil', ...(status === 'held' ? [] : ['held', 'openIn'])];
      return table.update({
        key: keys.messageKey(source, messageKey),
        ...setting({ status, said, item, ...kept }, '#status = :working', { ':working': 'working' }, gone),
      });
    },
    lastMessages: async (source, most) => {
      const { pk } = keys.messageKey(source, '');
      const log = await table.queryLast(pk, keys.MESSAGE_LOG, most);
      const named = new Set(log.map((row) => parseRow(messageLogSchema, row).messageKey));
      return readAll([...named].map((key) => table.get(keys.messageKey(source, key))));
    },
    heldMessages: async (source) => {
      const found = await table.queryIndex(
        OPEN_INDEX.name,
        OPEN_INDEX.partitionKey,
        keys.heldMessagesOf(source),
      );
      const rows = await readAll(found.map((key) => table.get(key)));
      return rows
        .filter(({ status }) => status === 'held')
        .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
  };
}

/** A held one comes out of the index only here: until then its text is nowhere else. */
function claim(message: SeenMessage, now: string) {
  return {
    UpdateExpression: [
      'SET kind = :kind, schemaVersion = :version, #source = :source, messageKey = :key',
      'receivedAt = if_not_exists(receivedAt, :received), #status = :working, said = :said',
      'repeats = if_not_exists(repeats, :none), workedUntil = :until, expiresAt = :expires REMOVE openIn',
    ].join(', '),
    ConditionExpression:
      'attribute_not_exists(pk) OR #status = :held OR #status = :failed OR (#status = :working AND workedUntil <= :now)',
    ExpressionAttributeNames: { '#source': 'source', '#status': 'status' },
    values: {
      ':kind': message.kind,
      ':version': message.schemaVersion,
      ':source': message.source,
      ':key': message.messageKey,
      ':received': message.receivedAt,
      ':working': 'working',
      ':said': message.said,
      ':none': 0,
      ':until': message.workedUntil,
      ':expires': message.expiresAt,
      ':held': 'held',
      ':failed': 'failed',
      ':now': now,
    },
  };
}
