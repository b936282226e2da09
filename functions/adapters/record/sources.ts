import { sourceSchema } from '../../domain/intake/source.ts';
import type { SourceStore } from '../../operations/intake/ports.ts';
import { put } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import { attributes, type Table } from './table.ts';

export function createSourceStore(table: Table): SourceStore {
  return {
    source: async (name) => parseOptionalRow(sourceSchema, await table.get(keys.sourceKey(name))),
    sources: async () => (await table.query(keys.SOURCES)).map((row) => parseRow(sourceSchema, row)),
    addSource: (source) => table.transact([put(table, keys.sourceKey(source.name), source)]),
    writeSource: (source, seen) =>
      table.transact([
        {
          Put: {
            TableName: table.name,
            Item: attributes({ ...keys.sourceKey(source.name), ...source }),
            ConditionExpression: 'lastWrite = :seen',
            ExpressionAttributeValues: attributes({ ':seen': seen.lastWrite }),
          },
        },
      ]),
    removeSource: (name) =>
      table.transact([
        {
          Delete: {
            TableName: table.name,
            Key: attributes({ ...keys.sourceKey(name) }),
            ConditionExpression: 'attribute_exists(pk)',
          },
        },
      ]),
  };
}
