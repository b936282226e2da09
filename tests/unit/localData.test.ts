import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataPaths, settleData } from '../../infra/local/savedData.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'besluitketen-data-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function record(state: string, object: string): Promise<void> {
  const { state: stateDir, buckets } = dataPaths(dataDir);
  await mkdir(stateDir, { recursive: true });
  await mkdir(buckets, { recursive: true });
  await writeFile(join(stateDir, 'dynamodb.json'), state);
  await writeFile(join(buckets, object), object);
}

const state = () => readFile(join(dataPaths(dataDir).state, 'dynamodb.json'), 'utf8');
const breakOff = () => writeFile(dataPaths(dataDir).marker, '2026-03-02T09:00:00+00:00');

test('after a graceful stop nothing is lost', async () => {
  await settleData(dataDir);
  await record('saved', 'asset');
  expect(await settleData(dataDir)).toBeUndefined();
  expect(await state()).toBe('saved');
});

test('after a run that was cut off the data is that of the last graceful stop, buckets included', async () => {
  await record('saved', 'asset');
  await settleData(dataDir);
  await record('half a save', 'later');
  await breakOff();

  expect(await settleData(dataDir)).toEqual(new Date('2026-03-02T09:00:00Z'));
  expect(await state()).toBe('saved');
  expect(existsSync(join(dataPaths(dataDir).buckets, 'later'))).toBe(false);
});

test('a first run that was cut off leaves no data', async () => {
  await settleData(dataDir);
  await record('half a save', 'asset');
  await breakOff();

  await settleData(dataDir);
  expect(existsSync(dataPaths(dataDir).buckets)).toBe(false);
});

test('going back may be repeated until a cloud has started', async () => {
  await record('saved', 'asset');
  await settleData(dataDir);
  await breakOff();
  await settleData(dataDir);
  expect(await settleData(dataDir)).toBeDefined();
  expect(await state()).toBe('saved');
});
