import { Command } from 'commander';
import * as z from 'zod';
import { createCognitoUsers } from '../../adapters/access/cognitoUsers.ts';
import { createGrantStore } from '../../adapters/record/grants.ts';
import { createTable } from '../../adapters/record/table.ts';
import { wallClock } from '../../adapters/wallClock.ts';
import { EVERY_TRAJECTORY } from '../../domain/access/accessTable.ts';
import { ACCESS_ROLES, type AccessRole } from '../../domain/access/role.ts';
import { Refusal } from '../../domain/refusal.ts';
import { grantRole, type RoleOf, revokeRole } from '../../operations/access/grantRole.ts';
import { connect } from '../cloud.ts';
import { print } from '../output.ts';
import type { CommonOptions } from '../program.ts';
import { roleSentence, roleTable } from '../views/roleLines.ts';

interface RoleOptions extends CommonOptions {
  readonly trajectory?: string;
  readonly body?: string;
}

/** `roles grant|list|revoke|user`: who may see and do what in the portal, and signing in for a newcomer. */
export function rolesCommands(user: string): { readonly roles: Command; readonly parts: readonly Command[] } {
  const parts = [grant(user), list(), revoke(user), addUser()];
  const roles = new Command('roles').description('wie wat mag zien en doen in het portaal').exitOverride();
  for (const part of parts) roles.addCommand(part);
  return { roles, parts };
}

function grant(user: string): Command {
  return takingRole(
    new Command('grant').description('geeft iemand een rol; geldt vanaf de volgende pagina'),
    async (role, options) => {
      const { store, grants } = await connectGrants(options.stage);
      const by = { by: user, via: 'command-line' } as const;
      const { changed } = await grantRole({ store, grants }, role, wallClock(), by);
      print(options.json, { ...role, changed }, () => [
        changed ? `${roleSentence(role)}.` : `${roleSentence(role)}; dat was al zo.`,
      ]);
    },
  );
}

function revoke(user: string): Command {
  return takingRole(
    new Command('revoke').description('neemt iemand een rol af; geldt vanaf de volgende pagina'),
    async (role, options) => {
      const { grants } = await connectGrants(options.stage);
      await revokeRole({ grants }, role, wallClock(), { by: user, via: 'command-line' });
      print(options.json, { ...role, revoked: true }, () => [`${roleSentence(role, 'niet meer')}.`]);
    },
  );
}

function list(): Command {
  return new Command('list').description('wie welke rol heeft').action(async (options: CommonOptions) => {
    const { grants } = await connectGrants(options.stage);
    const found = await grants.grants();
    print(options.json, { grants: found }, () => roleTable(found));
  });
}

function addUser(): Command {
  return new Command('user')
    .description('maakt een gebruiker met een tijdelijk wachtwoord, waar Besluitketen zelf laat aanmelden')
    .argument('<e-mailadres>')
    .action(async (given: string, options: CommonOptions) => {
      const mail = readMail(given);
      const { outputs, settings } = await connect(options.stage);
      if (outputs.UserPoolId === undefined)
        throw new Refusal(
          'NO_USER_DIRECTORY',
          `Stage "${options.stage}" laat aanmelden bij een eigen aanmelddienst; vraag daar de beheerder om de gebruiker.`,
        );
      const added = await createCognitoUsers(outputs.UserPoolId, settings).addUser(mail);
      if (!added)
        throw new Refusal(
          'USER_EXISTS',
          `${mail} kan zich al aanmelden; geef een rol met: besluitketen roles grant.`,
        );
      print(options.json, { mail, ...added, portalUrl: outputs.PortalUrl }, () => [
        `${mail} kan zich aanmelden op ${outputs.PortalUrl}/aanmelden met het tijdelijke wachtwoord ${added.temporaryPassword}`,
        'Het moet daar meteen worden vervangen en is drie dagen geldig. Geef het langs een andere weg dan het adres van het portaal.',
      ]);
    });
}

/** A command about one role of one person. */
function takingRole(command: Command, work: (role: RoleOf, options: RoleOptions) => Promise<void>): Command {
  return command
    .argument('<e-mailadres>', 'zoals de aanmelddienst het kent')
    .argument('<rol>', ACCESS_ROLES.join(', '))
    .option('--trajectory <traject>', 'alleen voor dit traject; zonder: voor alle')
    .option('--body <orgaan>', 'van een secretaris, zoals GM0072/college')
    .action(async (mail: string, role: string, options: RoleOptions) => {
      const of = {
        mail: readMail(mail),
        role: readRole(role),
        trajectory: options.trajectory ?? EVERY_TRAJECTORY,
      };
      await work({ ...of, ...(options.body !== undefined && { body: options.body }) }, options);
    });
}

async function connectGrants(stage: string) {
  const cloud = await connect(stage);
  return { ...cloud, grants: createGrantStore(createTable(cloud.outputs.TableName, cloud.settings)) };
}

function readMail(given: string): string {
  const mail = z.email().max(200).safeParse(given.trim().toLowerCase());
  if (mail.success) return mail.data;
  throw new Refusal(
    'INVALID_INPUT',
    `"${given}" is geen e-mailadres; schrijf het als naam@gemeente.example.`,
  );
}

function readRole(given: string): AccessRole {
  const role = z.enum(ACCESS_ROLES).safeParse(given);
  if (role.success) return role.data;
  throw new Refusal('UNKNOWN_ROLE', `"${given}" is geen rol; kies uit: ${ACCESS_ROLES.join(', ')}.`);
}
