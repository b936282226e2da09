import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createS3DecisionLists } from '../../functions/adapters/s3DecisionLists.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { type AwsStub, startAwsStub } from './awsStub.ts';

let stub: AwsStub;
const lists = () => createS3DecisionLists('lijsten', { ...stub.settings, maxAttempts: 1 });

beforeAll(async () => {
  stub = await startAwsStub();
});
afterAll(() => stub.close());

const refusal = (code: string) => `<Error><Code>${code}</Code><Message>stubbed</Message></Error>`;

describe('what a browser has put there', () => {
  // Without the right to list, S3 says AccessDenied of what is not there.
  test.each([
    ['NoSuchKey', 404],
    ['AccessDenied', 403],
  ])('is not there when S3 says %s', async (code, status) => {
    stub.answers({ xml: refusal(code), status });
    expect(await lists().read('ontvangen/x.pdf', 100)).toBeUndefined();
  });

  test('is read when it fits', async () => {
    stub.answers({ xml: '%PDF-1.7' });
    expect(Buffer.from((await lists().read('ontvangen/x.pdf', 100)) as Uint8Array).toString()).toBe(
      '%PDF-1.7',
    );
  });

  test.each([
    ['breaks off', 'broken connection'],
    ['fails', { xml: refusal('InternalError'), status: 500 }],
    ['is too busy', { xml: refusal('SlowDown'), status: 503 }],
  ] as const)('cannot be said when S3 %s: later it can', async (_what, answer) => {
    stub.answers(answer);
    await expect(lists().read('ontvangen/x.pdf', 100)).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('the form that a browser posts', () => {
  test('is signed for one key, one type, ten megabytes, a quarter of an hour and one way back', async () => {
    const back = 'https://besluiten.example/besluit/x/bijlage/y';
    const { fields } = await lists().uploadForm('ontvangen/x.pdf', back);
    const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { key: 'ontvangen/x.pdf' },
        { bucket: 'lijsten' },
        { 'Content-Type': 'application/pdf' },
        { success_action_redirect: back },
        ['content-length-range', 1, 10 * 1024 * 1024],
      ]),
    );
    // Nothing may begin with something: every field is exactly this.
    expect(JSON.stringify(policy.conditions)).not.toContain('starts-with');
    const minutes = (Date.parse(policy.expiration) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(13);
    expect(minutes).toBeLessThan(16);
  });

  test('asks S3 nothing: looking at the page it is on changes nothing', async () => {
    stub.answers('broken connection');
    await lists().uploadForm('ontvangen/x.pdf', 'https://besluiten.example/');
    expect(stub.calls).toEqual([]);
  });
});
