import { describe, expect, test } from 'vitest';
import { readAnnouncement } from '../../functions/domain/intake/readAnnouncement.ts';
import { readBesluit, readStatedDecision } from '../../functions/domain/intake/readDecision.ts';
import { bodyOfBestuursorgaan } from '../../functions/domain/intake/reportedDecision.ts';
import { isRsin } from '../../functions/domain/intake/rsin.ts';
import type { MessageKind } from '../../functions/domain/intake/source.ts';
import { recorded, sourceOf } from './intakeWorld.ts';

const KEY = 'a'.repeat(32);
const UUID = '365cb139-64ff-498c-859f-25f37a768545';
const BESLUITEN = 'https://zaken.harlingen.example/besluiten/api/v1/besluiten';

/** The body of an answer, which is kept as JSON. */
const recordedJson = (name: string) => recorded(name).body as unknown as Record<string, unknown>;
const read = (speaks: MessageKind, content: unknown, mapping: unknown = {}) =>
  readAnnouncement(
    { speaks, messageKey: KEY, content: typeof content === 'string' ? content : JSON.stringify(content) },
    sourceOf(speaks, {}, mapping),
  );
const event = (changes: Record<string, unknown>) => ({
  id: '1',
  source: 'urn:nld:oin:1',
  specversion: '1.0',
  type: 'nl.overheid.besluiten.besluit.create',
  ...changes,
});

describe('a notification', () => {
  test('as Open Zaak sends it leads to its decision', () => {
    expect(read('zgw', recorded('oz-notification-besluit-create').body)).toEqual({
      kind: 'resource',
      url: 'http://127.0.0.1:8102/besluiten/api/v1/besluiten/9dea2cf6-4cec-487a-b94b-2f2998c66171',
      destroyed: false,
    });
  });

  test('of a channel that the mapping leaves out is ignored, and says why', () => {
    const content = { ...JSON.parse(recorded('notification').body), kanaal: 'zaken' };
    expect(read('zgw', content)).toMatchObject({ kind: 'unclear', about: 'kanaal zaken' });
    expect(read('zgw', content, { ignore: { channels: ['zaken'] } })).toMatchObject({ kind: 'ignored' });
  });
});

describe('a CloudEvent', () => {
  test('that Open Notificaties makes of a notification leads to the main object', () => {
    expect(read('cloudevents', recorded('cloudevent-from-notification').body)).toEqual({
      kind: 'resource',
      url: `http://127.0.0.1:8102/besluiten/api/v1/besluiten/${UUID}`,
      type: 'nl.overheid.besluiten.besluit.create',
      destroyed: false,
    });
  });

  test('with a dataref leads there', () => {
    expect(read('cloudevents', recorded('cloudevents-structured').body)).toMatchObject({
      kind: 'resource',
      url: expect.stringContaining('/besluiten/d4f19aee'),
    });
  });

  test('of a document does not follow its dataref, which is the document', () => {
    const type = 'nl.overheid.besluiten.besluitinformatieobject.create';
    expect(read('cloudevents', event({ type, dataref: 'https://x.example/document/1' }))).toMatchObject({
      kind: 'unclear',
    });
    const data = { hoofdObject: `${BESLUITEN}/1` };
    expect(read('cloudevents', event({ type, dataref: 'https://x.example/document/1', data }))).toMatchObject(
      {
        url: `${BESLUITEN}/1`,
      },
    );
  });

  test('with nothing but an id is looked up where the mapping says, and nowhere else', () => {
    const bare = event({ type: 'nl.overheid.zaken.besluit-verwerkt', subject: UUID });
    expect(read('cloudevents', bare)).toMatchObject({
      kind: 'unclear',
      reason: expect.stringContaining(UUID),
    });
    expect(read('cloudevents', bare, { resources: `${BESLUITEN}/` })).toMatchObject({
      kind: 'resource',
      url: `${BESLUITEN}/${UUID}`,
    });
  });

  test('an id cannot lead out of that place', () => {
    for (const subject of ['../../zaken/1', `${UUID}/../../x`, '//evil.example', `${UUID}?x=1`])
      expect(read('cloudevents', event({ subject }), { resources: BESLUITEN })).toMatchObject({
        kind: 'unclear',
      });
  });

  test('that says its decision is gone', () => {
    const destroyed = event({
      type: 'nl.overheid.besluiten.besluit.destroy',
      data: { hoofdObject: `${BESLUITEN}/1` },
    });
    expect(read('cloudevents', destroyed)).toMatchObject({ destroyed: true });
  });
});

describe('a Standard Webhook', () => {
  test('as the library sends it names an id only', () => {
    const { body } = recorded('standard-webhooks-valid');
    expect(read('standard', body)).toMatchObject({ kind: 'unclear' });
    expect(read('standard', body, { resources: BESLUITEN })).toMatchObject({
      url: `${BESLUITEN}/2b46e2ea-e4ec-49e2-a008-b4ba06081a36`,
      type: 'besluit.created',
    });
  });

  test('may hold the decision itself, in Dutch or English words', () => {
    for (const data of [
      { datum: '2026-02-03', identificatie: 'O26.1', zaak: 'Z-1', toelichting: 'Vastgesteld' },
      { date: '2026-02-03', reference: 'O26.1', case: 'Z-1', note: 'Vastgesteld' },
    ]) {
      const announced = read('standard', { type: 'besluit.aangenomen', data });
      expect(announced).toMatchObject({ kind: 'stated', named: 'O26.1' });
      expect(readStatedDecision(data, 'besluit.aangenomen', 'O26.1')).toMatchObject({
        decision: {
          on: '2026-02-03',
          reference: 'O26.1',
          cases: ['Z-1'],
          note: 'Vastgesteld',
          types: ['besluit.aangenomen'],
        },
      });
    }
  });
});

test.each(['zgw', 'cloudevents', 'standard'] as const)(
  '%s: what has no shape is for a person, and throws nothing',
  (speaks) => {
    for (const content of ['', '{', 'null', '[]', '"tekst"', '{"type":1}', '{"data":{"datum":{}}}'])
      expect(read(speaks, content)).toMatchObject({ kind: 'unclear' });
  },
);

describe('a decision of the Besluiten API', () => {
  test('as Open Zaak gives it', () => {
    expect(readBesluit(recordedJson('oz-get-besluit'), 'the-address')).toEqual({
      decision: {
        about: 'the-address',
        types: ['http://127.0.0.1:8102/catalogi/api/v1/besluittypen/86085df8-9791-46da-b876-f0e2c648b0b8'],
        cases: [],
        on: '2026-01-15',
        organisation: '517439943',
        body: 'council',
        reference: 'BESLUIT-2026-0000000002',
        note: 'De raad stelt de regiovisie vast – unaniem.',
        title: 'BESLUIT-2026-0000000002: De raad stelt de regiovisie vast – unaniem.',
      },
    });
  });

  test('with a text that is longer than the record keeps is cut, always at the same place', () => {
    const json = { ...recordedJson('oz-get-besluit'), toelichting: 'x'.repeat(10_000) };
    const cut = readBesluit(json, 'a');
    expect(cut).toMatchObject({ decision: { note: expect.stringMatching(/^x{3999}…$/) } });
    expect(readBesluit(json, 'a')).toEqual(cut);
  });
});

test('an RSIN is nine digits that pass the eleven-test', () => {
  expect(['517439943', '000000000', '002220647'].map(isRsin)).toEqual([true, true, true]);
  expect(['517439944', '51743994', '5174399430', 'x17439943', ''].map(isRsin)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('who decided is read from bestuursorgaan where it says so in so many words', () => {
  const said = [
    'gemeenteraad',
    'Raad van Harlingen',
    'College van B&W',
    'burgemeester en wethouders',
    'burgemeester',
    'college en raad',
    '',
  ];
  expect(said.map(bodyOfBestuursorgaan)).toEqual([
    'council',
    'council',
    'college',
    'college',
    undefined,
    undefined,
    undefined,
  ]);
});
