import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Key } from '../../functions/adapters/record/keys.ts';
import { attributes, type Row, type Table } from '../../functions/adapters/record/table.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { holds, type Placeholders, placeholders, updated } from './memoryExpressions.ts';

/** Small, so that tests see more than one page. */
const PAGE = 20;

type Method =
  | 'get'
  | 'pages'
  | 'query'
  | 'queryBack'
  | 'queryLast'
  | 'queryIndex'
  | 'replace'
  | 'transact'
  | 'update';

export interface MemoryTable extends Table {
  /** Runs once, right before the next call of this method touches the table: a race, or (thrown) a failure. */
  before(method: Method, action: () => unknown): void;
  /** Runs before every call: an outage as long as it throws. */
  beforeEach(action: (method: Method) => unknown): void;
  /** Batches of `replace` that still go through; then the machine is gone. */
  dieAfterRows(count: number): void;
  rows(): readonly Row[];
  readonly reads: { get: number; query: number };
}

/** The table in memory, for the adapters themselves: conditions and updates are worked out as DynamoDB does. */
export function createMemoryTable(): MemoryTable {
  const rows = new Map<string, Row>();
  const hooks: [Method, () => unknown][] = [];
  let always: (method: Method) => unknown = () => undefined;
  const reads = { get: 0, query: 0 };
  let rowsLeft = Number.POSITIVE_INFINITY;
  const nameOf = ({ pk, sk }: Key | Row) => `${pk} ${sk}`;
  const copy = <T>(value: T): T => structuredClone(value);
  const reached = async (method: Method) => {
    await Promise.resolve();
    await always(method);
    const place = hooks.findIndex(([name]) => name === method);
    if (place >= 0) await hooks.splice(place, 1)[0]?.[1]();
  };
  const within = (pk: string, prefix: string) =>
    [...rows.values()]
      .filter((row) => row.pk === pk && String(row.sk).startsWith(prefix))
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const updatedRow = (key: Key, expression: string, given: Placeholders): Row => {
    try {
      return updated(expression, rows.get(nameOf(key)) ?? { ...key }, given);
    } catch (error) {
      throw new Unavailable('De tabel', error);
    }
  };

  /** What a transaction's item does when its condition holds. */
  function itemOf({ Put, Update, ConditionCheck }: TransactWriteItem) {
    const of = Put ?? Update ?? ConditionCheck;
    if (!of) throw new Error('nothing of ours is deleted in a transaction');
    const given = placeholders(of);
    const row = Put ? unmarshall(Put.Item ?? {}) : undefined;
    const key = (row ?? unmarshall((Update ?? ConditionCheck)?.Key ?? {})) as Row & Key;
    return {
      holds: holds(of.ConditionExpression, rows.get(nameOf(key)), given),
      write: () => {
        if (row) rows.set(nameOf(row), row);
        if (Update) rows.set(nameOf(key), updatedRow(key, Update.UpdateExpression ?? '', given));
      },
    };
  }

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
      return copy(within(pk, prefix));
    },
    pages: async function* (pk, prefix) {
      // Keys first, as a real table: a row that is written behind the page is not seen, one before it is.
      const names = within(pk, prefix).map(nameOf);
      while (names.length > 0) {
        await reached('pages');
        yield copy(
          names.splice(0, PAGE).flatMap((name): Row[] => [rows.get(name)].filter((row) => row !== undefined)),
        );
      }
    },
    queryLast: async (pk, prefix, most) => {
      await reached('queryLast');
      return copy(within(pk, prefix).reverse().slice(0, most));
    },
    queryBack: async ({ pk, from, until, after, most }) => {
      await reached('queryBack');
      const behind = within(pk, '')
        .filter(({ sk }) => String(sk) >= from && String(sk) <= until)
        .filter(({ sk }) => after === undefined || String(sk) < after)
        .reverse();
      return { rows: copy(behind.slice(0, most)), more: behind.length > most };
    },
    queryIndex: async (_index, attribute, value) => {
      await reached('queryIndex');
      return [...rows.values()]
        .filter((row) => row[attribute] === value)
        .map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    },
    update: async ({ key, values, UpdateExpression, ConditionExpression, ExpressionAttributeNames }) => {
      await reached('update');
      // Marshalled and back: what is undefined is not there.
      const given = { names: ExpressionAttributeNames ?? {}, values: unmarshall(attributes(values)) };
      if (!holds(ConditionExpression, rows.get(nameOf(key)), given)) return false;
      rows.set(nameOf(key), updatedRow(key, UpdateExpression ?? '', given));
      return true;
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
      const all = items.map(itemOf);
      if (!all.every((item) => item.holds)) return false;
      for (const { write } of all) write();
      return true;
    },
    before: (method, action) => {
      hooks.push([method, action]);
    },
    beforeEach: (action) => {
      always = action;
    },
    dieAfterRows: (count) => {
      rowsLeft = count;
    },
    rows: () => copy([...rows.values()]),
  };
}
