import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Capacity } from '../../../functions/adapters/record/capacity.ts';
import { attributes, type Row, type Table } from '../../../functions/adapters/record/table.ts';
import { OPEN_INDEX } from '../../../functions/adapters/record/tableShape.ts';

const READ_UNIT_BYTES = 4096;

/**
 * The same table, with the read units that AWS bills: by what a read went over, in steps of 4 KB, half where it is
 * eventually consistent (DynamoDB developer guide, "Read consumption"). The local cloud reports one unit for any read,
 * so that a query over all history would look as cheap as one over nothing. No query of ours has a filter: what a read
 * went over is what it returned. Write units are the local cloud's own, which does go by size.
 */
export function billed(table: Table): Table {
  let readUnits = 0;
  const count = (rows: readonly Row[], unit: number) => {
    const bytes = rows.reduce((sum, row) => sum + sizeOf({ M: attributes(row) }), 0);
    readUnits += unit * Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES));
  };
  return {
    ...table,
    get capacity(): Capacity {
      return { readUnits, writeUnits: table.capacity.writeUnits };
    },
    get: async (key) => {
      const row = await table.get(key);
      count(row ? [row] : [], 1);
      return row;
    },
    query: async (pk, prefix) => {
      const rows = await table.query(pk, prefix);
      count(rows, 1);
      return rows;
    },
    queryIndex: async (index, partition, value) => {
      const found = await table.queryIndex(index, partition, value);
      // Keys only, and the index's own partition key.
      count(
        found.map((key) => ({ ...key, [OPEN_INDEX.partitionKey]: value })),
        0.5,
      );
      return found;
    },
  };
}

/** Bytes of a value as DynamoDB counts them (developer guide, "DynamoDB item sizes and formats"). */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L) return 3 + value.L.reduce((sum, each) => sum + 1 + sizeOf(each), 0);
  if (value.M)
    return (
      3 +
      Object.entries(value.M).reduce(
        (sum, [name, each]) => sum + 1 + Buffer.byteLength(name) + sizeOf(each),
        0,
      )
    );
  return 1;
}
