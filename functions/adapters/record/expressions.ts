import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { AuditEntry } from '../../domain/trajectory.ts';
import * as keys from './keys.ts';
import { attributes, type Row, type Table } from './table.ts';

/** A put that, unless told otherwise, only writes what is not there yet. */
export function put(
  table: Table,
  key: keys.Key,
  row: Row | object,
  condition = 'attribute_not_exists(pk)',
): TransactWriteItem {
  return {
    Put: { TableName: table.name, Item: attributes({ ...key, ...row }), ConditionExpression: condition },
  };
}

export function putAudit(table: Table, entry: AuditEntry): TransactWriteItem {
  return put(table, keys.auditKey(entry.trajectory, entry.at, entry.id), entry);
}

/** Writes nothing, and lets its transaction through only while a row is so; names in the condition are `#name`. */
export function check(table: Table, key: keys.Key, condition: string, values: Row): TransactWriteItem {
  const names = condition.match(/#\w+/g) ?? [];
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: attributes({ ...key }),
      ConditionExpression: condition,
      ...(names.length > 0 && {
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [name, name.slice(1)])),
      }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: attributes(values) }),
    },
  };
}

/** What is written by a plan is written only while that plan counts. */
export function checkPlan(table: Table, trajectory: string, hash: string): TransactWriteItem {
  return check(table, keys.trajectoryKey(trajectory), '#planHash = :hash', { ':hash': hash });
}

interface Setting {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly values: Row;
}

/**
 * An update that sets each attribute of `row` under a condition. Names are written `#name`, also in the
 * condition: many are reserved words, and DynamoDB refuses an alias that is not used.
 */
export function setting(
  row: Row | object,
  condition: string,
  conditionValues: Row,
  removed: readonly string[] = [],
): Setting {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  const aliases = condition.match(/#\w+/g)?.map((alias) => alias.slice(1)) ?? [];
  return {
    UpdateExpression: [
      `SET ${entries.map(([name]) => `#${name} = :set_${name}`).join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(
      [...entries.map(([name]) => name), ...aliases, ...removed].map((name) => [`#${name}`, name]),
    ),
    values: {
      ...Object.fromEntries(entries.map(([name, value]) => [`:set_${name}`, value])),
      ...conditionValues,
    },
  };
}

export function transactUpdate(table: Table, key: keys.Key, update: Setting): TransactWriteItem {
  const { values, ...expressions } = update;
  return {
    Update: {
      TableName: table.name,
      Key: attributes({ ...key }),
      ExpressionAttributeValues: attributes(values),
      ...expressions,
    },
  };
}
