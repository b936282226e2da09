import { describe, expect, test } from 'vitest';
import { readContent } from '../../functions/domain/intake/receive/readContent.ts';
import { isRsin } from '../../functions/domain/intake/rsin.ts';
import type { MessageKind } from '../../functions/domain/intake/source.ts';
import { NOTIFICATION } from './intakeWorld.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const CE = {
  'ce-specversion': '1.0',
  'ce-id': 'e1',
  'ce-source': 'urn:nld:oin:1',
  'ce-type': 'nl.overheid.x.y',
};

function read(speaks: MessageKind, headers: Record<string, string>, body: string | Uint8Array) {
  return readContent(speaks, headers, Buffer.from(body));
}
function taken(speaks: MessageKind, headers: Record<string, string>, body: string) {
  const content = read(speaks, headers, body);
  if ('problem' in content) throw new Error(content.problem.detail);
  if (content.probe) throw new Error('a probe');
  return content;
}
function refused(speaks: MessageKind, headers: Record<string, string>, body: string | Uint8Array) {
  const content = read(speaks, headers, body);
  if (!('problem' in content)) throw new Error('was taken');
  return content.problem;
}
const event = (changes: object = {}) =>
  JSON.stringify({
    id: 'e1',
    source: 'urn:nld:oin:1',
    specversion: '1.0',
    type: 'nl.overheid.x.y',
    ...changes,
  });

describe('a message waits in the queue as it was sent', () => {
  // Guards: functions/domain/intake/receive/readContent.ts: content: read.text (zgw)
  test('numbers, escapes and spaces of a notification are the sender’s own', () => {
    const body = `${JSON.stringify(NOTIFICATION).slice(0, -1)}, "getal": 12345678901234567890, "e": "\\u00e9" }`;
    expect(taken('zgw', JSON_TYPE, body).content).toBe(body);
  });

  test('an event without a time has none: the package would make one up', () => {
    expect(JSON.parse(taken('cloudevents', STRUCTURED, event()).content)).not.toHaveProperty('time');
    expect(JSON.parse(taken('cloudevents', { ...CE, ...JSON_TYPE }, '{}').content)).not.toHaveProperty(
      'time',
    );
  });

  test('an event in binary mode is put together from its headers and its data', () => {
    const headers = { ...CE, ...JSON_TYPE, 'ce-sequence': '42', 'ce-subject': 'f' };
    const { content } = taken('cloudevents', headers, '{"bedrag": 1e22}');
    expect(content).toContain('"data":{"bedrag": 1e22}');
    expect(JSON.parse(content)).toEqual({
      specversion: '1.0',
      id: 'e1',
      source: 'urn:nld:oin:1',
      type: 'nl.overheid.x.y',
      sequence: '42',
      subject: 'f',
      datacontenttype: 'application/json',
      data: { bedrag: 1e22 },
    });
  });

  test('a byte order mark is no part of it', () => {
    expect(taken('zgw', JSON_TYPE, `\uFEFF${JSON.stringify(NOTIFICATION)}`).content.startsWith('{')).toBe(
      true,
    );
  });
});

describe('what makes it the same message', () => {
  const keyOf = (changes: object) =>
    taken('zgw', JSON_TYPE, JSON.stringify({ ...NOTIFICATION, ...changes })).messageKey;

  test('of a notification: all its fields, those we do not know too', () => {
    const usual = keyOf({});
    for (const changes of [
      { kanaal: 'zaken' },
      { aanmaakdatum: '2026-02-03T10:00:01Z' },
      { kenmerken: { besluittype: 'y' } },
      { iets: 'anders' },
    ])
      expect(keyOf(changes)).not.toBe(usual);
    expect(keyOf({ kenmerken: Object.fromEntries(Object.entries(NOTIFICATION.kenmerken).reverse()) })).toBe(
      usual,
    );
  });

  test('of an event: its source and its id, and nothing else', () => {
    const usual = taken('cloudevents', STRUCTURED, event()).messageKey;
    expect(
      taken('cloudevents', STRUCTURED, event({ time: '2026-02-04T09:00:00Z', data: 1 })).messageKey,
    ).toBe(usual);
    expect(taken('cloudevents', STRUCTURED, event({ id: 'e2' })).messageKey).not.toBe(usual);
    expect(taken('cloudevents', STRUCTURED, event({ source: 'urn:nld:oin:2' })).messageKey).not.toBe(usual);
    // Not one text behind the other: "a" + "bc" is another event than "ab" + "c".
    expect(taken('cloudevents', STRUCTURED, event({ source: 'a', id: 'bc' })).messageKey).not.toBe(
      taken('cloudevents', STRUCTURED, event({ source: 'ab', id: 'c' })).messageKey,
    );
  });
});

describe('a probe', () => {
  const probe = JSON.stringify({
    ...NOTIFICATION,
    kanaal: 'test',
    aanmaakdatum: '2019-01-01T12:00:00Z',
    kenmerken: {},
  });

  test.each(['zgw', 'cloudevents'] as const)('of 2019 is one, also where %s is spoken', (speaks) => {
    expect(read(speaks, JSON_TYPE, probe)).toEqual({ probe: true });
  });

  test('is no event, and no notification of another kanaal to a source of events', () => {
    expect(refused('cloudevents', JSON_TYPE, JSON.stringify(NOTIFICATION)).status).toBe(415);
  });
});

describe('an event in binary mode', () => {
  test('has percent-encoded headers (HTTP Protocol Binding, 3.1.3.2)', () => {
    const headers = { ...CE, ...JSON_TYPE, 'ce-subject': '"Ge%C3%ABist \\"r1\\" 100%"' };
    expect(JSON.parse(taken('cloudevents', headers, '{}').content)).toMatchObject({
      subject: 'Geëist "r1" 100%',
    });
  });

  test('whose headers are no UTF-8 once decoded is refused', () => {
    expect(refused('cloudevents', { ...CE, ...JSON_TYPE, 'ce-subject': '%FF' }, '{}').status).toBe(400);
  });

  test('needs no data', () => {
    expect(JSON.parse(taken('cloudevents', CE, '').content)).not.toHaveProperty('data');
  });

  test('cannot bring its data in a header', () => {
    const headers = { ...CE, ...JSON_TYPE, 'ce-data': 'vals', 'ce-data_base64': 'dmFscw==' };
    expect(JSON.parse(taken('cloudevents', headers, '{"a":1}').content)).toMatchObject({ data: { a: 1 } });
    expect(taken('cloudevents', { ...CE, 'ce-data': 'vals' }, '').content).not.toContain('vals');
  });

  test.each(['id', 'source', 'type', 'specversion'])('without ce-%s is told which is missing', (name) => {
    const { [`ce-${name}`]: _left, ...others } = { ...CE, ...JSON_TYPE } as Record<string, string>;
    expect(refused('cloudevents', others, '{}')).toMatchObject({
      status: 400,
      detail: expect.stringContaining(
        name === 'specversion' ? 'specversion is niet 1.0' : `${name} ontbreekt`,
      ),
    });
  });

  test('with data that is no JSON is asked for JSON', () => {
    const headers = { ...CE, 'content-type': 'text/plain' };
    expect(refused('cloudevents', headers, 'tekst')).toMatchObject({ status: 415 });
  });
});

describe('an event that the standard does not allow is refused', () => {
  test.each([
    ['a list', '[1]'],
    ['an attribute in capitals', event({ Onderwerp: 'x' })],
    ['a source that is no address', event({ source: 'hier met spaties' })],
  ])('%s', (_what, body) => {
    expect(refused('cloudevents', STRUCTURED, body).status).toBe(400);
  });
});

describe('a wrong notification is told where it is wrong, in Dutch, without its content', () => {
  test.each([
    ['a field that is missing', { actie: undefined }, 'actie ontbreekt of is geen tekst'],
    ['a field of another type', { resource: 5 }, 'resource ontbreekt of is geen tekst'],
    ['an empty field', { kanaal: '' }, 'kanaal is leeg'],
    ['a long field', { resource: 'x'.repeat(101) }, 'resource is langer dan 100 tekens'],
    ['no address', { hoofdObject: 'geheim' }, 'hoofdObject is geen adres'],
    ['no time', { aanmaakdatum: 'gisteren' }, 'aanmaakdatum is geen tijd zoals'],
    ['kenmerken that is a list', { kenmerken: [] }, 'kenmerken ontbreekt of is geen object'],
    ['a kenmerk that is no text', { kenmerken: { 'a.b': 1 } }, 'kenmerken.a.b ontbreekt of is geen tekst'],
    [
      'a kenmerk of 1001 characters',
      { kenmerken: { a: 'x'.repeat(1001) } },
      'kenmerken.a is langer dan 1000',
    ],
    ['an RSIN that is none', { kenmerken: { verantwoordelijkeOrganisatie: '517439944' } }, 'is geen RSIN'],
  ])('%s', (_what, changes, said) => {
    const { status, detail } = refused('zgw', JSON_TYPE, JSON.stringify({ ...NOTIFICATION, ...changes }));
    expect(status).toBe(400);
    expect(detail).toContain(said);
    expect(detail).not.toMatch(/geheim|gisteren|xxxx|expected|invalid/i);
  });

  test('in five places at most, and a name of a field is cut', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${n}${'k'.repeat(500)}`, n]));
    const { detail } = refused('zgw', JSON_TYPE, JSON.stringify({ ...NOTIFICATION, kenmerken: many }));
    expect(detail.length).toBeLessThan(700);
  });
});

describe('limits', () => {
  // Guards: functions/domain/intake/receive/readJson.ts: if (deepest(text) > MOST_LEVELS)
  test('twenty levels are read, twenty-one are not', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const within = (levels: number) =>
      `${JSON.stringify(NOTIFICATION).slice(0, -1)},"diep":${nested(levels - 1)}}`;
    expect(read('zgw', JSON_TYPE, within(20))).toMatchObject({ probe: false });
    expect(refused('zgw', JSON_TYPE, within(21))).toMatchObject({ status: 400 });
  });

  test('brackets inside text are no levels', () => {
    const body = JSON.stringify({ ...NOTIFICATION, tekst: `${'['.repeat(100)}"\\${'{'.repeat(100)}` });
    expect(read('zgw', JSON_TYPE, body)).toMatchObject({ probe: false });
  });

  test('an RSIN is nine digits that pass the eleven-test', () => {
    expect(['000000000', '517439943', '002220647'].map(isRsin)).toEqual([true, true, true]);
    expect(['517439944', '51743994', '5174399430', 'abcdefghi', ''].some(isRsin)).toBe(false);
  });
});
