import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { sourceSecretSchema } from '../../functions/adapters/intake/sourceSecrets.ts';
import { grantSchema } from '../../functions/domain/access/role.ts';
import { endedSessionSchema } from '../../functions/domain/access/session.ts';
import { pollStateSchema } from '../../functions/domain/councils/pollState.ts';
import { incomingItemSchema } from '../../functions/domain/intake/incomingItem.ts';
import { messageLogSchema } from '../../functions/domain/intake/messageLog.ts';
import { queuedMessageSchema } from '../../functions/domain/intake/queuedMessage.ts';
import { reportSchema } from '../../functions/domain/intake/report.ts';
import { seenMessageSchema } from '../../functions/domain/intake/seenMessage.ts';
import { sourceSchema } from '../../functions/domain/intake/source.ts';

import { ledgerEntrySchema } from '../../functions/domain/ledger/entry.ts';
import {
  ledgerHeadRowSchema,
  ledgerImportSchema,
  ledgerMilestonesRowSchema,
  tallySchema,
} from '../../functions/domain/ledger/ledgerRows.ts';
import { statementRowSchema } from '../../functions/domain/ledger/statement/statementRow.ts';
import { linkSchema } from '../../functions/domain/links/link.ts';
import { markedAddressSchema } from '../../functions/domain/mails/markedAddress.ts';
import { memoRowSchema } from '../../functions/domain/memo/memoRow.ts';
import { planSchema } from '../../functions/domain/plan/schema.ts';
import * as reference from '../../functions/domain/reference.ts';
import { replanningSchema } from '../../functions/domain/replan/replanning.ts';
import { requestSchema, roundSchema, SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import * as trajectory from '../../functions/domain/trajectory.ts';

/** Every shape that is kept in the table, with the hash of what it was when SCHEMA_VERSION was last raised. */
const PERSISTED: readonly [name: string, schema: z.ZodType, hash: string][] = [
  ['round', roundSchema, '168ac9b7cc708b48'],
  ['request', requestSchema, '3cb7f2fd17c94b9a'],
  ['trajectory', trajectory.trajectorySchema, '9df17cb2e358cd51'],
  ['plan row', trajectory.planRowSchema, '0093864730adc0f4'],
  ['plan, inside its row', planSchema, 'fea084c71b96d736'],
  ['milestone', trajectory.milestoneRowSchema, '619c8718892de870'],
  ['flag', trajectory.flagSchema, 'd964b9e0082c1d32'],
  ['pointer of imports', reference.referencePointerSchema, '1de0d2de577bcb00'],
  ['calendar of a body', reference.calendarRowSchema, 'c55a6bd5ab3f7283'],
  ['contacts of a body', reference.contactsRowSchema, '03b68885e54643e0'],
  ['replanning', replanningSchema, 'cd42b99e7f796a6b'],
  ['how far a council system was read', pollStateSchema, '785fb309fef932f2'],
  ['audit entry', trajectory.auditEntrySchema, 'ff026c7da18df4d1'],
  ['what became of a message', seenMessageSchema, 'cd57b9cc9b18caae'],
  ['that a message came', messageLogSchema, 'a3c20f9d27e5cec5'],
  ['incoming item', incomingItemSchema, '77a6866b3dfeeb16'],
  ['source', sourceSchema, 'cbacc616884917f1'],
  ['secrets of a source, in Systems Manager', sourceSecretSchema, 'd519b4f6873e9139'],
  ['message in the queue', queuedMessageSchema, 'ad29e1cf1892bfff'],
  ['decision of a source', reportSchema, '64ce07932d63dc4a'],
  ['grant', grantSchema, 'e8bd3ad014c9c3b1'],
  ['ended session', endedSessionSchema, '5b8912811b2e21b4'],
  ['statement of a quarter', statementRowSchema, '2db6053ab8370b39'],
  ['marked address', markedAddressSchema, '5b59acf1f1210327'],
  ['memo of a round', memoRowSchema, '96e182790218d09e'],
  ['mail link', linkSchema, '74d8e6cf671ac890'],
  ['booking', ledgerEntrySchema, '2065e233b270e593'],
  ['balances of a ledger', ledgerHeadRowSchema, '4ed29a4da2617175'],
  ['sums of milestones', ledgerMilestonesRowSchema, 'ea3c8d20dd21dedd'],
  ['what is open of a commitment, or stands of an entry', tallySchema, '2550f216d1246eee'],
  ['import of bookings', ledgerImportSchema, '7925913d217b2c01'],
];

test.each(PERSISTED)('what is stored has not changed: %s', (name, schema, hash) => {
  const shape = JSON.stringify(z.toJSONSchema(schema, { io: 'output' }));
  expect(
    createHash('sha256').update(shape).digest('hex').slice(0, 16),
    `The stored shape of "${name}" has changed. Rows of the old shape are in tables that keep their data: raise SCHEMA_VERSION (now ${SCHEMA_VERSION}) in functions/domain/round/round.ts, write the migration, and put the new hash here. Only before the first release may the hash be changed alone.`,
  ).toBe(hash);
});

test('every schema of a stored row is in the list', () => {
  const rows = Object.entries({ ...trajectory, ...reference }).flatMap(([name, value]) =>
    name.endsWith('Schema') ? [value as z.ZodType] : [],
  );
  for (const schema of rows) expect(PERSISTED.map(([, listed]) => listed)).toContain(schema);
});
