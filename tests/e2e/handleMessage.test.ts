import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf, momentOf } from '../../functions/domain/calendar/days.ts';
import { readPlan } from '../../functions/domain/plan/readPlan.ts';
import { startTrajectory } from '../../functions/operations/startTrajectory.ts';
import { besluitketen } from './commandLine.ts';
import { outputs, settings, store } from './deployed.ts';
import {
  addSource,
  type DocumentSystem,
  items,
  messageOf,
  messages,
  queue,
  startDocumentSystem,
} from './documentSystem.ts';
import { mailsOf } from './mailbox.ts';
import { BY, untilAsked, untilRound } from './trajectories.ts';
import { until } from './until.ts';

const BESLUITEN = '/besluiten/api/v1/besluiten';
const TYPES = '/catalogi/api/v1/besluittypen';
const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`../recorded/${name}.json`, import.meta.url), 'utf8')).body;

/** A municipality that no other test has, so that no other trajectory is a place for its decisions. */
const MUNICIPALITY = `GM${randomInt(7000, 9999)}`;
const COLLEGE = `${MUNICIPALITY}/college`;
const COUNCIL = `${MUNICIPALITY}/council`;
const TODAY = dayOf(new Date().toISOString());
/** It has begun, on whatever day this runs. */
const MONTH = addDays(TODAY, -40).slice(0, 7);

function planOf(id: string) {
  const read = readPlan(`format: 1
id: ${id}
title: Regiovisie
lead: {name: Projectleider, mail: lead@regio.example}
participants:
  - code: ${MUNICIPALITY}
    name: Proef
    college: {name: College Proef, mail: college@${id}.example}
    council: {name: Raad Proef, mail: griffie@${id}.example}
milestones:
  - {id: proposal, title: Voorstel, kind: decision, owner: colleges, period: ${MONTH}}
  - {id: adopted, title: Vaststellen, kind: decision, owner: councils, period: ${MONTH}, waitsFor: [proposal]}
rounds:
  - id: main
    title: Hoofdronde
    stages:
      - {ask: colleges, role: decide, milestone: proposal}
      - {ask: councils, role: decide, milestone: adopted}
`);
  if (!('plan' in read)) throw new Error(JSON.stringify(read.mistakes));
  return read.plan;
}

let zaken: DocumentSystem;
let id: string;
let source: string;
beforeAll(async () => {
  zaken = await startDocumentSystem();
  id = `intake-${randomInt(100_000, 999_999)}`;
  source = id;
  await startTrajectory(store, planOf(id), id, 'real', momentOf(TODAY), BY);
  await untilAsked(id, 'main.r1', [COLLEGE]);
  await addSource(source, 'zgw', MUNICIPALITY, [zaken.origin], {
    decisions: [{ type: 'Vaststelling regiovisie', outcome: 'adopted', round: `${id}/main` }],
  });
});
afterAll(() => zaken.close());

/** The recorded decision of Open Zaak, at an address of its own here. */
function publish(uuid: string, changes: Record<string, unknown> = {}): string {
  const address = `${zaken.origin}${BESLUITEN}/${uuid}`;
  zaken.has.set(`${TYPES}/regiovisie`, recorded('oz-get-besluittype'));
  zaken.has.set(`${BESLUITEN}/${uuid}`, {
    ...recorded('oz-get-besluit'),
    url: address,
    besluittype: `${zaken.origin}${TYPES}/regiovisie`,
    datum: TODAY,
    ingangsdatum: TODAY,
    ...changes,
  });
  return address;
}

function notificationOf(address: string, changes: Record<string, unknown> = {}) {
  const content = JSON.parse(recorded('oz-notification-besluit-create'));
  return messageOf(source, 'zgw', { ...content, hoofdObject: address, resourceUrl: address, ...changes });
}

const endOf = (key: string, status: string) =>
  until(`message ${key} is ${status}`, async () => {
    const seen = await messages.message(source, key);
    return seen?.status === status && seen;
  });
const request = (body: string) => store.request(id, 'main.r1', body);
const json = async (...args: string[]) => {
  const { exitCode, stdout, stderr } = await besluitketen([...args, '--json']);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

describe('from the queue to the record', () => {
  test('what is plausible is asked of its secretary by mail, and recorded when a person accepts it', async () => {
    const address = publish('0', { bestuursorgaan: 'college', besluittype: `${zaken.origin}${TYPES}/other` });
    zaken.has.set(`${TYPES}/other`, {
      ...recorded('oz-get-besluittype'),
      omschrijving: 'Instemming college',
    });
    const message = notificationOf(address);
    await queue.send(message);
    const { item } = await endOf(message.messageKey, 'proposed');
    const mail = await until('the secretary is asked', async () =>
      (await mailsOf(id)).find(({ reference }) => reference.includes(`bevestigen-${item}`)),
    );
    expect(mail.to).toEqual([`college@${id}.example`]);

    const { items: listed } = await json('triage', 'list');
    expect(listed.map((each: { id: string }) => each.id)).toContain(item);
    expect((await besluitketen(['triage', 'accept', item!])).stderr).toMatch(/^INVALID_INPUT: .*--outcome/);
    expect(await json('triage', 'accept', item!, '--outcome', 'adopted')).toMatchObject({
      changed: true,
      body: COLLEGE,
    });
    expect(await request(COLLEGE)).toMatchObject({ status: 'decided', via: 'command-line' });
    expect((await besluitketen(['triage', 'dismiss', item!, '--reason', 'x'])).stderr).toMatch(
      /^ITEM_CLOSED: /,
    );
    await untilAsked(id, 'main.r1', [COUNCIL]);
  });

  test('what is certain is recorded through an outage, read with a token, and moves the chain on', async () => {
    const address = publish('1', { bestuursorgaan: 'gemeenteraad' });
    const there = zaken.has.get(`${BESLUITEN}/1`);
    zaken.has.set(`${BESLUITEN}/1`, 503);
    const message = notificationOf(address);
    await queue.send(message);
    await queue.send(message);
    await endOf(message.messageKey, 'failed');
    zaken.has.set(`${BESLUITEN}/1`, there);
    await endOf(message.messageKey, 'recorded');
    expect(await request(COUNCIL)).toMatchObject({
      outcome: 'adopted',
      by: source,
      via: 'webhook',
      decidedOn: TODAY,
    });
    expect(zaken.asked.at(-1)?.authorization).toMatch(/^Bearer ey/);
    await untilRound(id, 'main.r1', 'is concluded', ({ status }) => status === 'concluded');
    const entries = (await store.audit(id)).filter(
      ({ what, subject }) => what === 'decided' && subject.endsWith(COUNCIL),
    );
    expect(entries).toHaveLength(1);
  });

  test('what may not be asked is not asked, and is for a person', async () => {
    for (const address of ['http://169.254.169.254/latest/meta-data', `http://localhost:1${BESLUITEN}/1`]) {
      const message = notificationOf(address);
      await queue.send(message);
      const { item } = await endOf(message.messageKey, 'triage');
      expect(await items.item(item!)).toMatchObject({
        reason: expect.stringContaining('wordt niet opgevraagd'),
      });
      expect(await json('triage', 'dismiss', item!, '--reason', 'Verkeerd adres')).toMatchObject({
        dismissed: true,
      });
    }
  });

  test('a paused source has its messages held; resumed, they are worked out', async () => {
    await json('sources', 'pause', source);
    const message = notificationOf(publish('2'), { actie: 'destroy' });
    await queue.send(message);
    await endOf(message.messageKey, 'held');
    expect(await json('sources', 'resume', source)).toMatchObject({ released: 1 });
    await endOf(message.messageKey, 'ignored');
  });
});

test('a dead letter can be looked at, and goes back to the queue', async () => {
  const client = new SQSClient(settings);
  const message = notificationOf(publish('3'), { actie: 'destroy' });
  for (const body of [JSON.stringify(message), 'geen bericht van ons'])
    await client.send(new SendMessageCommand({ QueueUrl: outputs.DeadLetterQueueUrl, MessageBody: body }));
  const { deadLetters } = await json('dead-letters', 'list');
  expect(deadLetters).toContainEqual(expect.objectContaining({ message }));
  expect(deadLetters.filter((letter: { message?: unknown }) => letter.message === undefined)).not.toEqual([]);
  // What was looked at is out of sight for some seconds; other tests may have letters of their own.
  let moved = 0;
  await until('both are back in the queue', async () => {
    moved += (await json('dead-letters', 'redrive')).moved;
    return moved >= 2;
  });
  await endOf(message.messageKey, 'ignored');
});
