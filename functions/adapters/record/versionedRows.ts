import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Imported, type ReferencePointer, referencePointerSchema } from '../../domain/reference.ts';
import { SCHEMA_VERSION } from '../../domain/round/round.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import * as keys from './keys.ts';
import { parseOptionalRow, parseRow } from './rows.ts';
import { attributes, type Row, type Table } from './table.ts';

/** One of the rows of a version; the version's number is put on it when it is staged. */
interface OfBody {
  readonly body: string;
  readonly version: number;
}

export interface Version<R> {
  readonly version: number;
  readonly rows: readonly R[];
}

export interface VersionedRows<R> {
  read(partition: string): Promise<Version<R>>;
  /** The rows that counted before, under the number of the version that counts now. */
  before(partition: string): Promise<Version<R>>;
  /** Makes these rows the version after `seen`; false when that is not the version that counts. */
  write(partition: string, seen: number, rows: readonly R[], by: Imported): Promise<boolean>;
}

/** A reader that two imports overtake finds its rows gone, and looks again. */
const MOST_READS = 5;

/**
 * Rows that count together, any number of them (invariant 12): staged under the next version's number and the hash of
 * their content, then switched by one conditional write of the pointer. A version is never changed, so a warm function
 * keeps its rows and reads the pointer only.
 */
export function versionedRows<R extends OfBody & Row>(table: Table, schema: z.ZodType<R>): VersionedRows<R> {
  const known = new Map<string, { pointer: ReferencePointer; rows: readonly R[] }>();
  const pointerKey = (partition: string): keys.Key => ({ pk: partition, sk: keys.REFERENCE_POINTER });
  const pointerOf = async (partition: string) =>
    parseOptionalRow(referencePointerSchema, await table.get(pointerKey(partition)));

  return {
    read: async (partition) => {
      for (let attempt = 0; attempt < MOST_READS; attempt++) {
        const pointer = await pointerOf(partition);
        if (!pointer) return { version: 0, rows: [] };
        const kept = known.get(partition);
        if (kept?.pointer.version === pointer.version && kept.pointer.importId === pointer.importId)
          return { version: pointer.version, rows: kept.rows };
        const found = await table.query(partition, keys.referenceVersion(pointer));
        if (found.length !== pointer.rows) continue;
        const rows = found.map((row) => parseRow(schema, row));
        known.set(partition, { pointer, rows });
        return { version: pointer.version, rows };
      }
      throw new Unavailable('De tabel', new Error(`the rows of ${partition} are not complete`));
    },
    before: async (partition) => {
      const pointer = await pointerOf(partition);
      if (!pointer?.previous) return { version: pointer?.version ?? 0, rows: [] };
      const found = await table.query(partition, keys.referenceVersion(pointer.previous));
      return { version: pointer.version, rows: found.map((row) => parseRow(schema, row)) };
    },
    write: async (partition, seen, rows, by) => {
      const before = await pointerOf(partition);
      if ((before?.version ?? 0) !== seen) return false;
      const pointer: ReferencePointer = {
        kind: 'reference-pointer',
        schemaVersion: SCHEMA_VERSION,
        version: seen + 1,
        importId: hashOf(rows),
        rows: rows.length,
        ...(before && { previous: { version: before.version, importId: before.importId } }),
        ...by,
      };
      const prefix = keys.referenceVersion(pointer);
      const staged = rows.map(
        (row): Row => ({
          pk: partition,
          sk: `${prefix}${row.body}`,
          ...row,
          version: pointer.version,
        }),
      );
      await table.replace([], staged);
      if (!(await table.transact([switchTo(table, pointerKey(partition), pointer, seen)]))) return false;
      await forget(table, partition, pointer);
      return true;
    },
  };
}

function switchTo(table: Table, key: keys.Key, pointer: ReferencePointer, seen: number) {
  const Put = { TableName: table.name, Item: attributes({ ...key, ...pointer }) };
  if (seen === 0) return { Put: { ...Put, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    Put: {
      ...Put,
      ConditionExpression: '#version = :seen',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: attributes({ ':seen': seen }),
    },
  };
}

/**
 * Takes away what no pointer can name any more: older numbers, and what others staged under the numbers that are
 * taken. Later numbers stay: another import may be staging them. What is left by a failure the next import takes.
 */
async function forget(table: Table, partition: string, pointer: ReferencePointer): Promise<void> {
  const kept = [pointer, ...(pointer.previous ? [pointer.previous] : [])].map(keys.referenceVersion);
  const next = keys.referenceVersion({ version: pointer.version + 1, importId: '' });
  try {
    const rows = await table.query(partition, keys.REFERENCE_VERSIONS);
    const gone = rows
      .map(({ pk, sk }: Row) => ({ pk: String(pk), sk: String(sk) }))
      .filter(({ sk }) => sk < next && !kept.some((prefix) => sk.startsWith(prefix)));
    await table.replace(gone, []);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
}

function hashOf(rows: readonly OfBody[]): string {
  const content = rows.map(({ version: _number, ...row }) => row);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
