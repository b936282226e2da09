import { endedSessionSchema } from '../../domain/access/session.ts';
import type { EndedSessions } from '../../operations/access/ports.ts';
import { put } from './expressions.ts';
import * as keys from './keys.ts';
import { parseOptionalRow } from './rows.ts';
import type { Table } from './table.ts';

export function createEndedSessions(table: Table): EndedSessions {
  return {
    isEnded: async (id) =>
      parseOptionalRow(endedSessionSchema, await table.get(keys.endedSessionKey(id))) !== undefined,
    end: async (session) => {
      // False says that it was ended already.
      await table.transact([put(table, keys.endedSessionKey(session.id), session)]);
    },
  };
}
