import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Key } from '../../functions/adapters/record/keys.ts';
import type { Row, Table } from '../../functions/adapters/record/table.ts';

export interface MemoryTable extends Table {
  /** Runs once, right before the next call of this method touches the table: a race, or (thrown) a failure. */
  before(method: 'get' | 'query' | 'replace' | 'transact', action: () => unknown): void;
  /** Batches of `replace` that still go through; then the machine is gone. */
  dieAfterRows(count: number): void;
  rows(): readonly Row[];
  readonly reads: { get: number; query: number };
}

/** The table as far as reference data uses it: reads, unconditional batches, and a put on a condition of its version. */
export function createMemoryTable(): MemoryTable {
  const rows = new Map<string, Row>();
  const hooks: [string, () => unknown][] = [];
  const reads = { get: 0, query: 0 };
  let rowsLeft = Number.POSITIVE_INFINITY;
  const nameOf = ({ pk, sk }: Key | Row) => `${pk} ${sk}`;
  const copy = <T>(value: T): T => structuredClone(value);
  const reached = async (method: string) => {
    await Promise.resolve();
    const place = hooks.findIndex(([name]) => name === method);
    if (place >= 0) await hooks.splice(place, 1)[0]?.[1]();
  };
  const notHere = () => Promise.reject(new Error('reference data does not do this'));
  return {
    name: 'record',
    capacity: { readUnits: 0, writeUnits: 0 },
    reads,
    get: async (key) => {
      await reached('get');
      reads.get += 1;
      return copy(rows.get(nameOf(key)));
    },
    query: async (pk, prefix = '') => {
      await reached('query');
      reads.query += 1;
      const found = [...rows.values()].filter((row) => row.pk === pk && String(row.sk).startsWith(prefix));
      return copy(found.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
    },
    replace: async (deleted, put) => {
      await reached('replace');
      for (const key of deleted) rows.delete(nameOf(key));
      for (const row of put) {
        if (rowsLeft === 0) throw new Error('the machine is gone');
        rowsLeft -= 1;
        rows.set(nameOf(row), copy(row));
      }
    },
    transact: async (items) => {
      await reached('transact');
      const puts = items.map(({ Put }) => {
        if (!Put?.Item) throw new Error('reference data only puts');
        const row = unmarshall(Put.Item);
        const before = rows.get(nameOf(row));
        const seen = Put.ExpressionAttributeValues && unmarshall(Put.ExpressionAttributeValues)[':seen'];
        if (!['attribute_not_exists(pk)', '#version = :seen'].includes(Put.ConditionExpression ?? ''))
          throw new Error(`a condition of ours that this table does not know: ${Put.ConditionExpression}`);
        return { row, holds: seen === undefined ? before === undefined : before?.version === seen };
      });
      if (!puts.every(({ holds }) => holds)) return false;
      for (const { row } of puts) rows.set(nameOf(row), row);
      return true;
    },
    queryLast: notHere,
    queryIndex: notHere,
    update: notHere,
    before: (method, action) => {
      hooks.push([method, action]);
    },
    dieAfterRows: (count) => {
      rowsLeft = count;
    },
    rows: () => copy([...rows.values()]),
  };
}
