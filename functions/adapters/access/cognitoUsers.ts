import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { Unavailable } from '../../domain/unavailable.ts';
import type { UserDirectory } from '../../operations/access/ports.ts';

/** The users of a pool; only the command line uses it, with a person's own credentials. */
export function createCognitoUsers(
  userPoolId: string,
  config: CognitoIdentityProviderClientConfig = {},
): UserDirectory {
  const client = new CognitoIdentityProviderClient({ maxAttempts: 3, ...config });
  return {
    addUser: async (mail) => {
      const temporaryPassword = newPassword();
      try {
        await client.send(
          new AdminCreateUserCommand({
            UserPoolId: userPoolId,
            Username: mail,
            TemporaryPassword: temporaryPassword,
            // Who grants the role knows the address, and hands the password over: Cognito need not send it by mail.
            MessageAction: 'SUPPRESS',
            UserAttributes: [
              { Name: 'email', Value: mail },
              { Name: 'email_verified', Value: 'true' },
            ],
          }),
        );
        return { temporaryPassword };
      } catch (error) {
        if (error instanceof UsernameExistsException) return undefined;
        throw new Unavailable('De gebruikerslijst', error instanceof Error ? error.name : 'onbekend');
      }
    },
  };
}

/** 128 random bits that fit any policy of composition a pool may have. */
export function newPassword(): string {
  return `${randomBytes(16).toString('base64url')}-aA1`;
}
