import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealingKeyParameter } from '../../functions/adapters/access/sealingKey.ts';
import { createEndedSessions } from '../../functions/adapters/record/endedSessions.ts';
import { createGrantStore } from '../../functions/adapters/record/grants.ts';
import { besluitketenHere } from './commandLine.ts';
import { cookieBrowser } from './cookieBrowser.ts';
import { auditRowsOf, deployed, portalUrl, settings, table } from './deployed.ts';
import { NEW_PASSWORD, newUser, type Person } from './signInAs.ts';
import { startedTrajectory } from './trajectories.ts';

const MAIL = 'beheerder-stroom@gemeente.example';
const roles = (...args: string[]) => besluitketenHere(['roles', ...args]);

let person: Person;
beforeAll(async () => {
  person = await newUser(MAIL);
});

describe('somebody who signs in for the first time', () => {
  test('must choose a password, comes back to the page that was asked for, and may do there what was granted', async () => {
    const browser = cookieBrowser(portalUrl);
    const asked = await browser.follow('/beheer');
    expect(asked.url).toContain('/oauth2/authorize');
    const chosen = await browser.submit(asked, { username: MAIL, password: person.temporaryPassword });
    const back = await browser.submit(chosen, {
      new_password: NEW_PASSWORD,
      confirm_password: NEW_PASSWORD,
    });
    expect([back.status, back.url]).toEqual([403, `${portalUrl}/beheer`]);
    expect(back.html).toContain(MAIL);

    expect((await roles('grant', MAIL, 'administrator')).exitCode).toBe(0);
    const page = await browser.follow('/beheer');
    expect(page.status).toBe(200);
    expect(page.html).toContain('<h1>Beheer</h1>');
    expect((await roles('revoke', MAIL, 'administrator')).exitCode).toBe(0);
    expect((await browser.follow('/beheer')).status).toBe(403);
  });

  test('signs out here and at the issuer, and a copy of the cookie is worth nothing', async () => {
    const browser = cookieBrowser(portalUrl);
    const form = await browser.follow('/aanmelden');
    const home = await browser.submit(form, { username: MAIL, password: NEW_PASSWORD });
    expect(home.html).toContain('Afmelden');
    const copy = browser.cookies();
    const out = await browser.submit(home, {}, { 'sec-fetch-site': 'same-origin' });
    expect(out.html).toContain('U bent afgemeld');
    const there = new URL(out.headers.get('refresh')?.replace('0; url=', '') ?? '');
    expect(there.pathname).toBe('/logout');
    const afterwards = await browser.follow(there.href);
    expect(afterwards.url).toBe(`${portalUrl}/afgemeld`);
    const thief = cookieBrowser(portalUrl, copy);
    expect((await thief.follow('/beheer')).url).toContain('/oauth2/authorize');
  });

  test('with a wrong password stays at the issuer', async () => {
    const browser = cookieBrowser(portalUrl);
    const page = await browser.submit(await browser.follow('/aanmelden'), {
      username: MAIL,
      password: 'onjuist',
    });
    expect(page.url).not.toContain(portalUrl);
    expect(browser.cookies()).not.toHaveProperty('sessie');
  });
});

test('the key of sessions was made by the portal, encrypted, and is the same for each of its functions', async () => {
  await cookieBrowser(portalUrl).follow('/aanmelden');
  const ssm = new SSMClient(settings);
  const { Parameter } = await ssm.send(
    new GetParameterCommand({ Name: sealingKeyParameter('local'), WithDecryption: true }),
  );
  ssm.destroy();
  expect(Parameter?.Type).toBe('SecureString');
  expect(Parameter?.Version).toBe(1);
  expect(Buffer.from(Parameter?.Value ?? '', 'base64url')).toHaveLength(32);
});

test('the stage says where its users are', () => {
  expect(deployed.UserPoolId).toMatch(/^eu-west-1_/);
});

describe('roles on the command line', () => {
  const WHO = 'secretaris-stroom@gemeente.example';

  test('are given once, listed, and taken away, and each is in the log of its trajectory without the address', async () => {
    const { id } = await startedTrajectory('rollen');
    const of = ['--trajectory', id, '--body', 'GM0072/college'];
    const given = JSON.parse((await roles('grant', WHO.toUpperCase(), 'secretary', ...of, '--json')).stdout);
    expect(given).toEqual({
      mail: WHO,
      role: 'secretary',
      trajectory: id,
      body: 'GM0072/college',
      changed: true,
    });
    expect(JSON.parse((await roles('grant', WHO, 'secretary', ...of, '--json')).stdout).changed).toBe(false);
    const grants = createGrantStore(table);
    expect(await grants.grantsOf(WHO)).toMatchObject([{ role: 'secretary', trajectory: id }]);
    expect((await roles('list')).stdout).toContain(WHO);
    expect((await roles('revoke', WHO, 'secretary', ...of)).exitCode).toBe(0);
    expect(await grants.grantsOf(WHO)).toEqual([]);
    const log = (await auditRowsOf(id)).filter(({ what }) => String(what).startsWith('role-'));
    expect(log.map(({ what, subject }) => [what, subject])).toEqual([
      ['role-granted', 'GM0072/college'],
      ['role-revoked', 'GM0072/college'],
    ]);
    expect(JSON.stringify(log)).not.toContain('gemeente.example');
  });

  test.each([
    ['INVALID_INPUT', 'a secretary of no body', ['grant', WHO, 'secretary']],
    ['INVALID_INPUT', 'a reader of a body', ['grant', WHO, 'reader', '--body', 'GM0072/college']],
    [
      'INVALID_INPUT',
      'an administrator of one trajectory',
      ['grant', WHO, 'administrator', '--trajectory', 'x'],
    ],
    ['INVALID_INPUT', 'an address that is none', ['grant', 'iemand', 'reader']],
    ['UNKNOWN_ROLE', 'a role that is none', ['grant', WHO, 'baas']],
    ['UNKNOWN_TRAJECTORY', 'a trajectory that is none', ['grant', WHO, 'reader', '--trajectory', 'nergens']],
    ['NOTHING_TO_UNDO', 'a role that was not given', ['revoke', WHO, 'lead']],
    ['USER_EXISTS', 'a user that is there', ['user', MAIL]],
  ])('%s: %s', async (code, _what, args) => {
    const { exitCode, stderr } = await roles(...args);
    expect([exitCode, stderr.split(':')[0]]).toEqual([1, code]);
  });

  test('an unknown body is refused with those there are', async () => {
    const { id } = await startedTrajectory('rollen-orgaan');
    const { stderr } = await roles('grant', WHO, 'secretary', '--trajectory', id, '--body', 'GM9999/college');
    expect(stderr).toMatch(/^UNKNOWN_BODY: .*GM9999\/college/);
  });
});

test('ending a session twice is the same', async () => {
  const ended = createEndedSessions(table);
  const at = '2026-02-02T09:00:00.000Z';
  const session = { kind: 'ended-session', schemaVersion: 1, id: 'e2e', endedAt: at, expiresAt: 1 } as const;
  expect(await ended.isEnded('e2e')).toBe(false);
  await ended.end(session);
  await ended.end(session);
  expect(await ended.isEnded('e2e')).toBe(true);
});
