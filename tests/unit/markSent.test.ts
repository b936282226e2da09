import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordStore } from '../../functions/adapters/record/createRecordStore.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { markSent } from '../../functions/operations/markSent.ts';
import type { MailOwner, RecordStore } from '../../functions/operations/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

let stub: AwsStub;
let store: RecordStore;
beforeAll(async () => {
  stub = await startAwsStub();
  store = createRecordStore(createTable('record', { ...stub.settings, maxAttempts: 1 }));
});
afterAll(() => stub.close());

const ROUND = { family: 'main', number: 1 };
const OWNERS: [string, MailOwner][] = [
  ['a round', { trajectory: 'voorbeeld', round: ROUND }],
  ['a request', { trajectory: 'voorbeeld', round: ROUND, body: 'GM0001/college' }],
  ['a milestone', { trajectory: 'voorbeeld', milestone: 'prepare' }],
  ['a re-planning', { trajectory: 'voorbeeld', replanning: 2 }],
];

// Who listens to SES may get a row and may not query the table (infra/stacks/functions.ts, recordMailEvents).
test.each(OWNERS)('a mail of %s is looked up by its own row alone', async (_whose, owner) => {
  stub.answers({ result: {} });
  expect(await markSent(store, owner, 'k', 'm1', '2026-02-02T09:00:00.000Z')).toBe(false);
  expect(stub.calls.map(({ action }) => action)).toEqual(['GetItem']);
});
