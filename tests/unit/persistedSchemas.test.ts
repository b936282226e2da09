import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { planSchema } from '../../functions/domain/plan/schema.ts';
import { requestSchema, roundSchema, SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import * as trajectory from '../../functions/domain/trajectory.ts';

/** Every shape that is kept in the table, with the hash of what it was when SCHEMA_VERSION was last raised. */
const PERSISTED: readonly [name: string, schema: z.ZodType, hash: string][] = [
  ['round', roundSchema, ''],
  ['request', requestSchema, ''],
  ['trajectory', trajectory.trajectorySchema, ''],
  ['plan row', trajectory.planRowSchema, ''],
  ['plan, inside its row', planSchema, ''],
  ['milestone', trajectory.milestoneRowSchema, ''],
  ['flag', trajectory.flagSchema, ''],
  ['audit entry', trajectory.auditEntrySchema, ''],
];

test.each(PERSISTED)('what is stored of a %s is what rows in the table look like', (name, schema, hash) => {
  const shape = JSON.stringify(z.toJSONSchema(schema, { io: 'output' }));
  expect(
    createHash('sha256').update(shape).digest('hex').slice(0, 16),
    `The stored shape of "${name}" has changed. Rows of the old shape are in tables that keep their data: raise SCHEMA_VERSION (now ${SCHEMA_VERSION}) in functions/domain/round/round.ts, write the migration, and put the new hash here. Only before the first release may the hash be changed alone.`,
  ).toBe(hash);
});

test('every schema of a stored row is in the list', () => {
  const rows = Object.entries(trajectory).flatMap(([name, value]) => (name.endsWith('Schema') ? [value] : []));
  for (const schema of rows) expect(PERSISTED.map(([, listed]) => listed)).toContain(schema);
});
