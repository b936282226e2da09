import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import {
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { createCognitoUsers } from '../../functions/adapters/access/cognitoUsers.ts';
import { createGrantStore } from '../../functions/adapters/record/grants.ts';
import { createTable } from '../../functions/adapters/record/table.ts';
import { wallClock } from '../../functions/adapters/wallClock.ts';
import { connect } from '../../functions/cli/cloud.ts';
import { EVERY_TRAJECTORY } from '../../functions/domain/access/accessTable.ts';
import { grantRole } from '../../functions/operations/access/grantRole.ts';
import { clientSettings } from './clientSettings.ts';
import { localPaths } from './paths.ts';

const MAIL = 'beheerder@besluitketen.example';
const accountSchema = z.object({ mail: z.literal(MAIL), password: z.string().min(14) });
export type DemoAdministrator = z.infer<typeof accountSchema>;

/**
 * Somebody to sign in as in the local cloud, who may do everything there. The password is random, the same for as long
 * as the checkout keeps its file, and made anew in a cloud that lost its users.
 */
export async function readyDemoAdministrator(endpoint: string): Promise<DemoAdministrator | undefined> {
  const { store, outputs, settings } = await connect('local', clientSettings(endpoint));
  // The stage has an issuer of its own: users are made there.
  if (outputs.UserPoolId === undefined) return undefined;
  const account = (await accountOfCheckout()) ?? (await newAccount());
  const client = new CognitoIdentityProviderClient(settings);
  try {
    await createCognitoUsers(outputs.UserPoolId, settings).addUser(account.mail);
    await client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: outputs.UserPoolId,
        Username: account.mail,
        Password: account.password,
        Permanent: true,
      }),
    );
  } finally {
    client.destroy();
  }
  const grants = createGrantStore(createTable(outputs.TableName, settings));
  const role = { mail: account.mail, role: 'administrator', trajectory: EVERY_TRAJECTORY } as const;
  await grantRole({ store, grants }, role, wallClock(), { by: 'npm start', via: 'command-line' });
  return account;
}

async function accountOfCheckout(): Promise<DemoAdministrator | undefined> {
  try {
    return accountSchema.safeParse(JSON.parse(await readFile(localPaths.administrator, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

async function newAccount(): Promise<DemoAdministrator> {
  const account = { mail: MAIL, password: randomBytes(12).toString('base64url') } as const;
  // For this user's eyes only.
  await writeFile(localPaths.administrator, `${JSON.stringify(account)}\n`, { mode: 0o600 });
  return account;
}
