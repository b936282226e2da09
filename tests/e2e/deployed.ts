import { existsSync, readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { auditPartition, trajectoryKey } from '../../functions/adapters/record/keys.ts';
import { createTable, type Row } from '../../functions/adapters/record/table.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { clientSettings } from '../../infra/local/clientSettings.ts';
import type { TestCloud } from '../../infra/local/testCloud.ts';
import { until } from './until.ts';

/** Longer than the cloud has ever taken to come up, on a machine that does other things as well. */
const UP_WITHIN_MS = 180_000;

type Addresses = Omit<TestCloud, 'stop'>;

/** The addresses of this run's cloud, and our own adapters on what is deployed there. */
export const { endpoint, portalUrl, mailboxUrl, outputs: deployed } = await testCloud();
export const settings = clientSettings(endpoint);
export const { store, reference, ledger, chain, outputs } = await connect('local', settings);

export const table = createTable(outputs.TableName, settings);

/**
 * Every row of a trajectory as it is stored, its audit log apart; without the day until which it was watched, for a
 * watch of all trajectories (watch.test.ts) may come by at any moment.
 */
export async function rowsOf(trajectory: string): Promise<Row[]> {
  const rows = await table.query(trajectoryKey(trajectory).pk);
  return rows.map(({ watchedUntil: _day, ...row }) =>
    row.kind === 'trajectory' ? { ...row, lastWrite: 'started' } : row,
  );
}

export function auditRowsOf(trajectory: string): Promise<Row[]> {
  return table.query(auditPartition(trajectory));
}

async function testCloud(): Promise<Addresses> {
  const file = inject('testCloudFile');
  await until('the test cloud is up', () => existsSync(file), UP_WITHIN_MS);
  const told = JSON.parse(readFileSync(file, 'utf8')) as Addresses | { failure: string };
  if ('failure' in told) throw new Error(`the test cloud did not come up: ${told.failure}`);
  return told;
}
