import { describe, expect, test } from 'vitest';
import { readStageConfig } from '../../infra/config.ts';
import { type Resource, resources, synthesise } from './synthesised.ts';

const { chain } = synthesise('prod');
const only = (type: string): Resource => {
  const found = resources(chain, type);
  expect(found).toHaveLength(1);
  return found[0]![1];
};

describe('the user pool', () => {
  const pool = only('AWS::Cognito::UserPool');

  test('lets nobody sign up by himself, asks long passwords, and offers a second factor that is no text message', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: { PasswordPolicy: { MinimumLength: 14, TemporaryPasswordValidityDays: 3 } },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
  });

  test('survives its stack where the stage keeps its data', () => {
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', Properties: { DeletionProtection: 'ACTIVE' } });
    const local = resources(synthesise('local').chain, 'AWS::Cognito::UserPool')[0]![1];
    expect(local.DeletionPolicy).toBe('Delete');
  });
});

test('its client has no secret, takes codes only, and sends people back to the portal and nowhere else', () => {
  const { Properties } = only('AWS::Cognito::UserPoolClient');
  expect(Properties).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    PreventUserExistenceErrors: 'ENABLED',
  });
  for (const urls of [Properties.CallbackURLs, Properties.LogoutURLs] as unknown[][]) {
    expect(urls).toHaveLength(1);
    expect(JSON.stringify(urls[0])).toContain('ApiEndpoint');
  }
});

test('no template has a secret in it: the key of sessions is made by the portal itself', () => {
  const { Resources } = chain.toJSON() as { Resources: Record<string, Resource> };
  const types = Object.values(Resources).map(({ Type }) => Type);
  expect(types.filter((type) => /SecretsManager|SSM::Parameter/.test(type))).toEqual([]);
});

test('a stage with an issuer of its own has no user pool', () => {
  const issuer = { OIDC_ISSUER: 'https://login.gemeente.example', OIDC_CLIENT_ID: 'besluitketen' };
  const config = readStageConfig({ STAGE: 'prod', SENDER_ADDRESS: 'afzender@regio.example', ...issuer });
  const { chain: own } = synthesise('prod', config);
  expect(resources(own, 'AWS::Cognito::UserPool')).toEqual([]);
  const [, portal] = resources(own, 'AWS::Lambda::Function').find(([id]) => id.startsWith('PortalPages'))!;
  expect((portal.Properties.Environment as { Variables: object }).Variables).toMatchObject(issuer);
});
