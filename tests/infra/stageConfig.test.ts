import { describe, expect, test } from 'vitest';
import { readStageConfig } from '../../infra/config.ts';

test('without a stage it is the local cloud, which needs nothing', () => {
  expect(readStageConfig({})).toMatchObject({ name: 'local', keepsData: false, logRetentionDays: 7 });
});

test('every other stage keeps its data', () => {
  expect(readStageConfig({ STAGE: 'prod', SENDER_ADDRESS: 'a@regio.example' })).toEqual({
    name: 'prod',
    senderAddress: 'a@regio.example',
    anonymousMayRead: false,
    keepsData: true,
    logRetentionDays: 365,
  });
});

test('only in the local cloud everybody may read', () => {
  expect(readStageConfig({}).anonymousMayRead).toBe(true);
  expect(readStageConfig({ STAGE: 'test', SENDER_ADDRESS: 'a@regio.example' }).anonymousMayRead).toBe(false);
});

describe('who says who somebody is', () => {
  const stage = { STAGE: 'prod', SENDER_ADDRESS: 'a@regio.example' };

  test('is a user pool of the stage unless an issuer is named', () => {
    expect(readStageConfig(stage).issuer).toBeUndefined();
    const named = { OIDC_ISSUER: 'https://login.gemeente.example/realm', OIDC_CLIENT_ID: 'besluitketen' };
    expect(readStageConfig({ ...stage, ...named }).issuer).toEqual({
      url: 'https://login.gemeente.example/realm',
      clientId: 'besluitketen',
    });
    expect(readStageConfig({ ...stage, ...named, OIDC_MAIL_CLAIM: 'upn' }).issuer?.mailClaim).toBe('upn');
  });

  test.each([
    ['without our name there', { OIDC_ISSUER: 'https://login.gemeente.example' }],
    ['a name without an issuer', { OIDC_CLIENT_ID: 'besluitketen' }],
    ['not by https', { OIDC_ISSUER: 'http://login.gemeente.example', OIDC_CLIENT_ID: 'besluitketen' }],
  ])('%s: refused with one sentence', (_what, given) => {
    expect(() => readStageConfig({ ...stage, ...given })).toThrow(/^OIDC_ISSUER en OIDC_CLIENT_ID horen/);
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

  const said = (environment: NodeJS.ProcessEnv): string => {
    try {
      readStageConfig(environment);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  // The guard is the sentence of its own: zod's message is a page of JSON.
  test.each(['Prod_1', 'p', 'een-test', 'x'.repeat(17), ''])(
    'a name that cannot be part of a stack: %j',
    (STAGE) => {
      expect(said({ STAGE, SENDER_ADDRESS: 'a@regio.example' })).toBe(
        `Stage "${STAGE}" kan geen naam zijn: gebruik 2 tot 16 kleine letters en cijfers, beginnend met een letter, zoals STAGE=prod.`,
      );
    },
  );

  test.each(['prod', 'local'])('a sender that is no address, in stage %s', (STAGE) => {
    expect(said({ STAGE, SENDER_ADDRESS: 'afzender' })).toBe(
      'SENDER_ADDRESS "afzender" is geen e-mailadres: zet er een in SES geverifieerd adres in, zoals besluiten@gemeente.example.',
    );
  });

  // Guards: infra/config.ts: startsWith('http:'), new URL(text).origin === text
  test.each(['http://besluiten.gemeente.example', 'https://gemeente.example/besluiten', 'gemeente.example'])(
    'an address of the portal without https or with a path: %s',
    (PORTAL_URL) => {
      expect(said({ STAGE: 'prod', SENDER_ADDRESS: 'a@regio.example', PORTAL_URL })).toBe(
        `PORTAL_URL "${PORTAL_URL}" is geen adres van een portaal: schrijf het voluit, met https en zonder pad, zoals https://besluiten.gemeente.example.`,
      );
    },
  );
});

test('an address of the portal with a slash at its end is the same without: paths are put behind it', () => {
  const PORTAL_URL = 'https://besluiten.gemeente.example/';
  const stage = { STAGE: 'prod', SENDER_ADDRESS: 'a@regio.example' };
  expect(readStageConfig({ ...stage, PORTAL_URL }).portalUrl).toBe('https://besluiten.gemeente.example');
  expect(readStageConfig({ PORTAL_URL: 'http://localhost:3000' }).portalUrl).toBe('http://localhost:3000');
});
