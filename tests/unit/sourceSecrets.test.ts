import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSourceSecrets } from '../../functions/adapters/intake/sourceSecrets.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type { SourceSecret, SourceSecrets } from '../../functions/operations/intake/ports.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

const NOW = new Date('2026-02-04T09:00:00.000Z');
let stub: AwsStub;
let secrets: SourceSecrets;
beforeAll(async () => {
  stub = await startAwsStub();
});
afterAll(() => stub.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  secrets = createSourceSecrets('prod', { ...stub.settings, maxAttempts: 1 });
  return () => void vi.useRealTimers();
});
const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const parameter = (secret: SourceSecret) => ({ result: { Parameter: { Value: JSON.stringify(secret) } } });
const ABSENT = { error: 'ParameterNotFound' };

test('a secret is one parameter of the stage, decrypted', async () => {
  stub.answers(parameter({ accepted: [{ value: 'a' }], client: { id: 'c', secret: 's' } }));
  expect(await secrets.read('harlingen')).toEqual({
    accepted: [{ value: 'a' }],
    client: { id: 'c', secret: 's' },
  });
  expect(stub.calls[0]?.action).toBe('GetParameter');
  expect(JSON.parse(stub.calls[0]?.body ?? '')).toEqual({
    Name: '/besluitketen/prod/sources/harlingen',
    WithDecryption: true,
  });
});

test('it is written as a SecureString, over the one before, and read anew', async () => {
  stub.answers(parameter({ accepted: [{ value: 'oud' }] }));
  await secrets.read('harlingen');
  stub.answers({ result: { Version: 2 } }, parameter({ accepted: [{ value: 'nieuw' }] }));
  await secrets.write('harlingen', { accepted: [{ value: 'nieuw' }] });
  expect(JSON.parse(stub.calls[0]?.body ?? '')).toEqual({
    Name: '/besluitketen/prod/sources/harlingen',
    Type: 'SecureString',
    Value: '{"accepted":[{"value":"nieuw"}]}',
    Overwrite: true,
  });
  expect(await secrets.read('harlingen')).toEqual({ accepted: [{ value: 'nieuw' }] });
});

describe('what was read is kept', () => {
  test('for a minute', async () => {
    stub.answers(parameter({ accepted: [{ value: 'a' }] }));
    await secrets.read('harlingen');
    later(59);
    await secrets.read('harlingen');
    expect(stub.calls).toHaveLength(1);
    later(1);
    await secrets.read('harlingen');
    expect(stub.calls).toHaveLength(2);
  });

  // A sender with a wrong secret makes us ask once in two seconds, no more: Systems Manager has a limit.
  test('or for as long as is said', async () => {
    stub.answers(parameter({ accepted: [{ value: 'a' }] }));
    for (const seconds of [0, 1, 1, 0.5]) {
      later(seconds);
      await secrets.read('harlingen', 2000);
    }
    expect(stub.calls).toHaveLength(2);
  });

  test('for five seconds when there is none', async () => {
    stub.answers(ABSENT);
    expect(await secrets.read('harlingen')).toBeUndefined();
    later(4.9);
    await secrets.read('harlingen');
    expect(stub.calls).toHaveLength(1);
    later(0.2);
    await secrets.read('harlingen');
    expect(stub.calls).toHaveLength(2);
  });

  test('but not when nothing could be read', async () => {
    stub.answers({ error: 'InternalServerError', status: 500 }, parameter({ accepted: [{ value: 'a' }] }));
    await expect(secrets.read('harlingen')).rejects.toThrow(Unavailable);
    expect(await secrets.read('harlingen')).toBeDefined();
  });
});

describe('while Systems Manager does not answer', () => {
  const FAILURE = { error: 'InternalServerError', status: 500 };
  beforeEach(async () => {
    stub.answers(parameter({ accepted: [{ value: 'a' }] }), FAILURE);
    await secrets.read('harlingen');
  });

  // Guards: functions/adapters/intake/keptFor.ts: Math.min(unreachable, oldest)
  test('secrets of before count for a quarter of an hour: senders give up sooner', async () => {
    later(14 * 60);
    expect((await secrets.read('harlingen'))?.accepted).toEqual([{ value: 'a' }]);
    later(61);
    await expect(secrets.read('harlingen')).rejects.toThrow(Unavailable);
  });

  test('but not for who asks because they do not fit: the new one may be there', async () => {
    later(3);
    await expect(secrets.read('harlingen', 2000)).rejects.toThrow(Unavailable);
  });
});

// Guards: functions/adapters/intake/sourceSecrets.ts: accepted: secret.accepted.filter(
test('the secret of before ends at its hour, also while it is kept', async () => {
  stub.answers(
    parameter({ accepted: [{ value: 'nieuw' }, { value: 'oud', until: '2026-02-04T09:00:30.000Z' }] }),
  );
  expect((await secrets.read('harlingen'))?.accepted).toHaveLength(2);
  later(30);
  expect((await secrets.read('harlingen'))?.accepted).toEqual([{ value: 'nieuw' }]);
});

test('a failure says nothing of a secret', async () => {
  stub.answers({ result: { Parameter: { Value: '{"accepted":"geheim-0123"}' } } });
  const error: Error = await secrets.read('harlingen').then(
    () => new Error('was read'),
    (reason: Error) => reason,
  );
  expect(error).toBeInstanceOf(Unavailable);
  expect(`${error.message} ${String(error.cause)}`).not.toContain('geheim-0123');
});

test('removing what is not there is done', async () => {
  stub.answers(ABSENT);
  await expect(secrets.remove('harlingen')).resolves.toBeUndefined();
});
