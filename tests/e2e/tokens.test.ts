import { beforeAll, expect, test } from 'vitest';
import { besluitketenHere } from './commandLine.ts';
import { auditRowsOf, portalUrl, rowsOf } from './deployed.ts';
import { mailsOf } from './mailbox.ts';
import { answerAll, atRest, COLLEGES, type PlanCopy, startedTrajectory, untilAsked } from './trajectories.ts';

let plan: PlanCopy;
let tokens: string[];

beforeAll(async () => {
  plan = await startedTrajectory('a-tokens');
  await answerAll(plan.id, 'process-proposal.r1', COLLEGES);
  await untilAsked(plan.id, 'process-proposal.r1', ['rac']);
  await atRest(plan);
  tokens = (await rowsOf(plan.id)).flatMap(({ token }) => (typeof token === 'string' ? [token] : []));
  // Four that woke an execution, one that an execution waits for.
  expect(new Set(tokens).size).toBe(5);
});

/** A token may be carried in another spelling: in an address, or hidden in base64. */
function mentionsToken(text: string): boolean {
  return tokens.some((token) =>
    [token, encodeURIComponent(token), Buffer.from(token).toString('base64').slice(0, 40)].some((spelling) =>
      text.includes(spelling),
    ),
  );
}

test('no task token is in a mail', async () => {
  const mails = await mailsOf(plan.id);
  expect(mails.length).toBeGreaterThan(8);
  expect(mails.filter((mail) => mentionsToken(JSON.stringify(mail)))).toEqual([]);
});

test('no task token is on a page', async () => {
  for (const path of ['/', `/traject/${plan.id}`, '/healthz']) {
    const page = await (await fetch(`${portalUrl}${path}`)).text();
    expect(mentionsToken(page)).toBe(false);
  }
});

test('no task token is in the audit log', async () => {
  const entries = await auditRowsOf(plan.id);
  expect(entries.length).toBeGreaterThan(5);
  expect(entries.filter((entry) => mentionsToken(JSON.stringify(entry)))).toEqual([]);
});

test('no task token is printed by status', async () => {
  for (const json of [[], ['--json']]) {
    const { stdout } = await besluitketenHere(['status', plan.id, ...json]);
    expect(stdout).toContain('GM0072/college');
    expect(mentionsToken(stdout)).toBe(false);
  }
});

test('a round and its requests keep a token only where the execution needs it: on the request', async () => {
  const others = (await rowsOf(plan.id)).filter(({ kind }) => kind !== 'request');
  expect(others.filter((row) => mentionsToken(JSON.stringify(row)))).toEqual([]);
});
