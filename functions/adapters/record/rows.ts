import type { z } from 'zod';
import type { Row } from './table.ts';

/** A row of the table that is not what this version stores: somebody else wrote it, or it must be migrated. */
class UnreadableRow extends Error {
  constructor(row: Row, cause: unknown) {
    super(`De rij ${row.pk} / ${row.sk} heeft niet de vorm die deze versie kent.`, { cause });
    this.name = 'UnreadableRow';
  }
}

/** Takes the keys off a row and parses the rest: nothing leaves the table unchecked. */
export function parseRow<T>(schema: z.ZodType<T>, row: Row): T {
  const { pk: _pk, sk: _sk, ...rest } = row;
  const parsed = schema.safeParse(rest);
  if (!parsed.success) throw new UnreadableRow(row, parsed.error);
  return parsed.data;
}

export function parseOptionalRow<T>(schema: z.ZodType<T>, row: Row | undefined): T | undefined {
  return row && parseRow(schema, row);
}
