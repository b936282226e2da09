import { describe, expect, test } from 'vitest';
import { readStageConfig } from '../../infra/config.ts';

test('without a stage it is the local cloud, which needs nothing', () => {
  expect(readStageConfig({})).toMatchObject({ name: 'local', keepsData: false, logRetentionDays: 7 });
});

test('every other stage keeps its data', () => {
  expect(readStageConfig({ STAGE: 'prod', SENDER_ADDRESS: 'a@regio.example' })).toEqual({
    name: 'prod',
    senderAddress: 'a@regio.example',
    keepsData: true,
    logRetentionDays: 365,
  });
});

describe('what is missing or wrong is said before anything is changed', () => {
  test('a stage without a sender: one sentence with what to do', () => {
    let said = '';
    try {
      readStageConfig({ STAGE: 'prod' });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toBe(
      'Stage "prod" heeft een afzender nodig: zet SENDER_ADDRESS op een in SES geverifieerd adres.',
    );
  });

  test.each([
    ['a name that cannot be part of a stack', { STAGE: 'Prod_1', SENDER_ADDRESS: 'a@regio.example' }],
    ['a sender that is no address', { STAGE: 'prod', SENDER_ADDRESS: 'afzender' }],
  ])('%s', (_rule, environment) => {
    expect(() => readStageConfig(environment)).toThrow();
  });
});
