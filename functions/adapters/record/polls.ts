import { pollStateSchema } from '../../domain/councils/pollState.ts';
import type { PollStore } from '../../operations/intake/pollPorts.ts';
import * as keys from './keys.ts';
import { parseOptionalRow } from './rows.ts';
import { attributes, type Table } from './table.ts';

/** How far each council system has been read. */
export function createPollStore(table: Table): PollStore {
  return {
    pollState: async (source) => parseOptionalRow(pollStateSchema, await table.get(keys.pollKey(source))),
    writePollState: (next, seen) => {
      const Put = { TableName: table.name, Item: attributes({ ...keys.pollKey(next.source), ...next }) };
      return table.transact([
        {
          Put: seen
            ? {
                ...Put,
                ConditionExpression: '#turn = :seen',
                ExpressionAttributeNames: { '#turn': 'turn' },
                ExpressionAttributeValues: attributes({ ':seen': seen.turn }),
              }
            : { ...Put, ConditionExpression: 'attribute_not_exists(pk)' },
        },
      ]);
    },
  };
}
