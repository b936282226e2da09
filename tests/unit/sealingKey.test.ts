import { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCognito } from '../../functions/adapters/access/localCognito.ts';
import { createSealing } from '../../functions/adapters/access/sealing.ts';
import { createSealingKey } from '../../functions/adapters/access/sealingKey.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

const KEY = Buffer.alloc(32, 7).toString('base64url');
const there = { result: { Parameter: { Value: KEY } } };
const none = { error: 'ParameterNotFound' };

let ssm: AwsStub;
beforeAll(async () => {
  ssm = await startAwsStub();
});
afterAll(() => ssm.close());

const keyOf = () => createSealingKey(new SSMClient({ ...ssm.settings, maxAttempts: 1 }), 'prod');

describe('the key of sessions', () => {
  test('is read once, decrypted, and kept for a while', async () => {
    ssm.answers(there);
    const key = keyOf();
    expect(Buffer.from(await key.read()).toString('base64url')).toBe(KEY);
    await key.read();
    expect(ssm.calls.map(({ action, body }) => [action, JSON.parse(body)])).toEqual([
      ['GetParameter', { Name: '/besluitketen/prod/session-key', WithDecryption: true }],
    ]);
  });

  test('is made when there is none: 32 random bytes, encrypted, and never over another', async () => {
    const made = [];
    for (let turn = 0; turn < 2; turn++) {
      ssm.answers(none, { result: { Version: 1 } });
      const key = Buffer.from(await keyOf().read());
      const put = JSON.parse(ssm.calls[1]?.body ?? '{}');
      expect(put).toMatchObject({
        Name: '/besluitketen/prod/session-key',
        Type: 'SecureString',
        Overwrite: false,
      });
      expect(Buffer.from(put.Value, 'base64url')).toEqual(key);
      expect(key).toHaveLength(32);
      made.push(put.Value);
    }
    expect(new Set(made).size).toBe(2);
  });

  // Guards: sealingKey.ts: the read after a write that came second.
  test('is the other one, when another function made it in that moment', async () => {
    ssm.answers(none, { error: 'ParameterAlreadyExists' }, there);
    expect(Buffer.from(await keyOf().read()).toString('base64url')).toBe(KEY);
  });

  test.each([
    ['that cannot be read', { error: 'InternalServerError', status: 500 }],
    ['that may not be read', { error: 'AccessDeniedException' }],
    ['that is no key', { result: { Parameter: { Value: 'kort' } } }],
  ])('%s signs nobody in, and says nothing of it', async (_what, answer) => {
    ssm.answers(answer);
    const failure = await keyOf()
      .read()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unavailable);
    expect((failure as Error).message).not.toContain('kort');
  });
});

describe('what is sealed', () => {
  const sealing = createSealing({ read: async () => Uint8Array.from(Buffer.alloc(32, 1)) });
  const until = '2026-02-02T10:00:00.000Z';

  test('opens for its purpose until its moment, and is never the same twice', async () => {
    const [one, other] = [
      await sealing.seal('session', { a: 1 }, until),
      await sealing.seal('session', { a: 1 }, until),
    ];
    expect(one).not.toBe(other);
    expect(await sealing.open('session', one, '2026-02-02T09:59:59.000Z')).toEqual({ a: 1 });
    expect(await sealing.open('session', one, until)).toBeUndefined();
    expect(await sealing.open('sign-in', one, '2026-02-02T09:00:00.000Z')).toBeUndefined();
  });

  test('does not open for a key of before', async () => {
    const sealed = await sealing.seal('session', { a: 1 }, until);
    const next = createSealing({ read: async () => Uint8Array.from(Buffer.alloc(32, 2)) });
    expect(await next.open('session', sealed, '2026-02-02T09:00:00.000Z')).toBeUndefined();
  });
});

test('only a local cloud on this machine is talked to without https and signatures', () => {
  const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x';
  expect(localCognito(issuer, 'http://127.0.0.1:4566').staysHere).toBe(true);
  expect(() => localCognito(issuer, 'http://10.0.0.5:4566')).toThrow('not on this machine');
});
