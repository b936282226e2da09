import { expect, test } from 'vitest';
import { bareEnvironment, childEnvironment } from '../../infra/local/awsEnvironment.ts';
import { outputsOf } from '../../infra/local/outputs.ts';
import { portFrom } from '../../infra/local/ports.ts';
import { isRecentEnough } from '../../infra/local/python.ts';

const personal = {
  PATH: '/bin',
  EDITOR: 'vi',
  AWS_PROFILE: 'production',
  AWS_SESSION_TOKEN: 'secret',
  https_proxy: 'http://proxy.example:8080',
  NODE_OPTIONS: '--inspect',
};

test('what we start locally never sees real AWS credentials or a proxy', () => {
  const child = childEnvironment('http://127.0.0.1:4566', personal);
  expect(child).toMatchObject({
    EDITOR: 'vi',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    AWS_ACCESS_KEY_ID: 'test',
  });
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'https_proxy'])
    expect(child).not.toHaveProperty(name);
});

test('local functions inherit nothing personal and live in UTC, as on AWS', () => {
  const bare = bareEnvironment(personal);
  expect(bare.TZ).toBe('UTC');
  for (const name of ['EDITOR', 'AWS_PROFILE', 'NODE_OPTIONS', 'https_proxy'])
    expect(bare).not.toHaveProperty(name);
});

test('a port is a whole number up to 65535', () => {
  expect(portFrom('PORT', 3000, {})).toBe(3000);
  expect(portFrom('PORT', 3000, { PORT: '8080' })).toBe(8080);
  for (const PORT of ['0', '65536', '80.5', 'web']) {
    expect(() => portFrom('PORT', 3000, { PORT })).toThrow(expect.objectContaining({ code: 'INVALID_PORT' }));
  }
});

test('Python 3.10 and later run the local cloud', () => {
  expect(['3.9', '2.7', '3.10', '3.14', '4.0'].map(isRecentEnough)).toEqual([false, false, true, true, true]);
});

test('outputs are those of our own stacks that were meant to be read', () => {
  const outputs = outputsOf([
    { StackName: 'CDKToolkit', Outputs: [{ OutputKey: 'BucketName', OutputValue: 'assets' }] },
    {
      StackName: 'besluitketen-local',
      Outputs: [
        { OutputKey: 'SenderAddress', OutputValue: 'a@example.nl' },
        { OutputKey: 'ExportsOutputRefTable', OutputValue: 'table' },
      ],
    },
  ]);
  expect(outputs).toEqual({ SenderAddress: 'a@example.nl' });
});
