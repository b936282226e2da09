import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { besluitketen } from './commandLine.ts';
import { auditRowsOf, portalUrl, store } from './deployed.ts';
import { R1 } from './executions.ts';
import { type DocumentSystem, startDocumentSystem } from './senders/documentSystem.ts';
import { notify, subscribe } from './senders/openNotificaties.ts';
import { atRest, fileWith, type PlanCopy, startedTrajectory, untilRound } from './trajectories.ts';
import { until } from './until.ts';

const DAY = '2026-01-15';
const STANDARD_SECRET = 'whsec_aGVsZG91dC1zZWNyZXQtaGVsZG91dC1zZWNyZXQtMDE=';
const CODES = ['GM1900', 'GM0072', 'GM1949', 'GM1940'] as const;

let plan: PlanCopy;
let system: DocumentSystem;
let kinds: { adopted: string; noted: string };
beforeAll(async () => {
  [plan, system] = await Promise.all([startedTrajectory('senders'), startDocumentSystem()]);
  kinds = { adopted: system.kindOf('Vaststelling'), noted: system.kindOf('Kennisneming') };
});
afterAll(() => system.stop());

const nameOf = (code: string, kind: string) =>
  `${plan.id}-${code}-${kind}`.toLowerCase().slice(-40).replace(/^-+/, '');

/** Adds a source of a municipality with a map of both kinds of decision; gives its address. */
async function source(code: string, kind: string, secret: string): Promise<string> {
  const map = `decisions:
  - {type: "${kinds.adopted}", outcome: adopted, body: college, round: ${plan.id}/process-proposal}
  - {type: "${kinds.noted}", outcome: noted, body: council, round: ${plan.id}/process-proposal}
`;
  const name = nameOf(code, kind);
  const file = fileWith(`${name}.yaml`, map);
  const added = await besluitketen([
    ...['sources', 'add', name, '--kind', kind, '--municipality', code, '--secret', secret],
    ...['--origin', system.origin, '--map', file, '--json'],
  ]);
  expect(added).toMatchObject({ exitCode: 0, stderr: '' });
  return `${portalUrl}/webhooks/${kind}/${name}`;
}

const decision = (code: string, outcome: 'adopted' | 'noted') =>
  system.decide({
    kind: kinds[outcome],
    day: DAY,
    reference: `${code}-${outcome}`,
    text: 'Conform voorstel',
    organ: outcome === 'adopted' ? 'college' : 'gemeenteraad',
  });

const untilAnswered = (body: string) =>
  until(`${body} has answered`, async () => {
    const request = await store.request(plan.id, R1, body);
    return request?.status === 'decided' ? request : undefined;
  });

test('document systems, events and webhooks of others bring a whole round to its end', async () => {
  // Two municipalities have Open Zaak with Open Notificaties.
  const [swf, dfm] = await Promise.all(
    (['GM1900', 'GM1940'] as const).map(async (code) => {
      const authorization = `Bearer afgesproken-${code}`;
      const subscription = { callback: await source(code, 'zgw', authorization), authorization };
      await subscribe(subscription);
      return subscription;
    }),
  );
  // One sends CloudEvents, one Standard Webhooks, each by the library of the standard itself.
  const events = await source('GM0072', 'cloudevents', 'token-0123456789');
  const standard = await source('GM1949', 'standard', STANDARD_SECRET);
  const sendEvent = async (url: string, binary: boolean) => {
    const event = new CloudEvent({
      source: 'urn:nld:oin:00000001823288444000:systeem:besluiten',
      type: 'nl.overheid.besluiten.besluit.create',
      data: { hoofdObject: url },
    });
    const message = binary ? HTTP.binary(event) : HTTP.structured(event);
    const headers = {
      ...(message.headers as Record<string, string>),
      authorization: 'Bearer token-0123456789',
    };
    return (await fetch(events, { method: 'POST', headers, body: String(message.body) })).status;
  };
  const sendWebhook = async (url: string, id: string) => {
    const body = JSON.stringify({
      type: 'besluit.genomen',
      timestamp: new Date().toISOString(),
      data: { url },
    });
    const at = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(STANDARD_SECRET).sign(id, at, body),
    };
    return (await fetch(standard, { method: 'POST', headers, body })).status;
  };

  // The colleges decide; each is announced more than once, as happens.
  const first = decision('GM1900', 'adopted');
  expect(
    await Promise.all([notify(swf!, first), notify(swf!, first), notify(swf!, first, 'update')]),
  ).toEqual([true, true, true]);
  expect(await notify(dfm!, decision('GM1940', 'adopted'))).toBe(true);
  expect(await sendEvent(decision('GM0072', 'adopted'), false)).toBe(204);
  const third = decision('GM1949', 'adopted');
  expect([await sendWebhook(third, 'm1'), await sendWebhook(third, 'm1')]).toEqual([204, 204]);
  for (const code of CODES)
    expect(await untilAnswered(`${code}/college`)).toMatchObject({
      outcome: 'adopted',
      decidedOn: DAY,
      reference: `${code}-adopted`,
      via: 'webhook',
    });

  const rac = ['decide', plan.id, R1, 'rac', 'noted', '--on', DAY];
  expect(await besluitketen(rac)).toMatchObject({ exitCode: 0 });

  // Then the councils take note, by the same ways.
  await until(
    'the councils are asked',
    async () => (await store.request(plan.id, R1, 'GM1900/council'))?.askedAt,
  );
  expect(await notify(swf!, decision('GM1900', 'noted'))).toBe(true);
  expect(await notify(dfm!, decision('GM1940', 'noted'))).toBe(true);
  expect(await sendEvent(decision('GM0072', 'noted'), true)).toBe(204);
  expect(await sendWebhook(decision('GM1949', 'noted'), 'm2')).toBe(204);
  await untilRound(plan.id, R1, 'is concluded', ({ status }) => status === 'concluded');
  await atRest(plan);

  const decided = (await auditRowsOf(plan.id)).filter(({ what }) => what === 'decided');
  expect(decided).toHaveLength(9);
  // Each time with a token of its own, made at that moment.
  expect(system.asked.every(({ token }) => token?.client_id && Number(token.iat) > 1_700_000_000)).toBe(true);
});

test('a source that is down for a while loses nothing: its decision is fetched when it is back', async () => {
  const own = await startedTrajectory('outage');
  const down = await startDocumentSystem();
  const kind = down.kindOf('Vaststelling');
  const file = fileWith(
    `${own.id}.yaml`,
    `decisions: [{type: Vaststelling, outcome: adopted, body: college, round: ${own.id}/process-proposal}]\n`,
  );
  const name = own.id;
  const add = [
    'sources',
    'add',
    name,
    '--kind',
    'zgw',
    '--municipality',
    'GM1900',
    '--secret',
    'geheim',
    '--origin',
    down.origin,
  ];
  expect(await besluitketen([...add, '--map', file])).toMatchObject({ exitCode: 0 });
  const url = down.decide({ kind, day: DAY, reference: 'later', organ: 'college' });
  down.breakDown(503);
  const subscription = { callback: `${portalUrl}/webhooks/zgw/${name}`, authorization: 'geheim' };
  expect(await notify(subscription, url)).toBe(true);
  await until('it was asked in vain', () => down.asked.length > 0);
  expect(await store.request(own.id, R1, 'GM1900/college')).toMatchObject({ status: 'open' });
  down.breakDown(undefined);
  const answered = await until('the decision is recorded', async () => {
    const request = await store.request(own.id, R1, 'GM1900/college');
    return request?.status === 'decided' ? request : undefined;
  });
  expect(answered).toMatchObject({ reference: 'later' });
  await down.stop();
});
