import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { run } from '../../functions/cli/run.ts';
import { notInFuture } from '../../functions/domain/notInFuture.ts';
import { createHandler } from '../../functions/handlers/find-watch-days/handler.ts';
import { started } from './exampleRecord.ts';

const NOW = '2026-02-02T09:00:00.000Z';
const plan = join(import.meta.dirname, '..', '..', 'workflows', 'plans', 'visietraject.yaml');

afterEach(() => vi.restoreAllMocks());

describe('outside the local cloud nobody plays a moment that has yet to come', () => {
  test.each([
    ['starting', ['start', plan, '--at', '2199-01-01']],
    ['watching', ['watch', '--at', '2199-01-01T07:30']],
  ])('%s: refused before anything is reached', async (_rule, args) => {
    let said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += text;
      return true;
    });
    expect(await run([...args, '--stage', 'prod'])).toBe(1);
    expect(said).toMatch(/^TIME_IN_FUTURE: .*ligt in de toekomst.*\n$/);
  });

  // Who starts the watch in the console does not come by the command line: the silences of months would be recorded.
  test('the deployed watch refuses it as well', async () => {
    const { store } = await started();
    const at = '2026-03-01T06:30:00.000Z';
    const prod = createHandler({ store, stage: 'prod', now: () => NOW });
    await expect(prod({ at })).rejects.toMatchObject({ code: 'TIME_IN_FUTURE' });
    const local = createHandler({ store, stage: 'local', now: () => NOW });
    expect((await local({ at })).days).not.toEqual([]);
  });
});

test.each([
  ['the past', '2026-02-02T08:59:59.000Z', 'prod'],
  ['this moment, by a clock that is a little ahead', '2026-02-02T09:04:00.000Z', 'prod'],
  ['the future, in the local cloud', '2036-02-02T09:00:00.000Z', 'local'],
])('%s is no future', (_rule, at, stage) => {
  expect(notInFuture(at, stage, NOW)).toBe(at);
});
