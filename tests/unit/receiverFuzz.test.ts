import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { queuedMessageSchema } from '../../functions/domain/intake/queuedMessage.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../functions/domain/intake/source.ts';
import { departures } from '../describedAnswer.ts';
import { NOTIFICATION, receiving, SECRETS } from './intakeWorld.ts';

/** What a refusal leaves in the log: its code, and nothing of what was sent. */
const REFUSED = /^refused: [a-z-]+$/;

/** Requests an endpoint: more than the issue asks, so that each kind of damage below is met often. */
const REQUESTS = 10_000;
/** Of this run; a failure names it, with the request that failed. FUZZ_SEED plays a run again. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

interface Request {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const anything = fc.jsonValue({ maxDepth: 1 });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', 'x'.repeat(1001), '=1+1'),
);
/** A message as it should be, with any of its fields damaged, gone, or beside others. */
const damaged = (whole: object) =>
  fc
    .tuple(
      fc.subarray(Object.keys(whole)),
      fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(whole), '__proto__', 'data'), text), anything, {
        maxKeys: 3,
      }),
      fc.boolean(),
    )
    .map(([left, other, spoil]) => {
      const kept = Object.fromEntries(
        Object.entries(whole).filter(([name]) => !spoil || !left.includes(name)),
      );
      return JSON.stringify(spoil ? { ...kept, ...other } : whole);
    });
const nested = fc.integer({ min: 1, max: 400 }).map((levels) => '[{"a":'.repeat(levels));
const EVENT = {
  id: 'e1',
  source: 'urn:nld:oin:00000001823288444000:systeem:besluiten',
  specversion: '1.0',
  type: 'nl.overheid.besluiten.besluit.create',
  time: '2026-02-04T09:00:00Z',
  data: { a: 1 },
};
const whole = { zgw: NOTIFICATION, cloudevents: EVENT, standard: { type: 'x', data: { a: 1 } } };

const bodyOf = (kind: MessageKind): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    { weight: 120, arbitrary: damaged(whole[kind]).map((json) => Buffer.from(json)) },
    { weight: 40, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 20, arbitrary: fc.json().map((json) => Buffer.from(json)) },
    { weight: 20, arbitrary: nested.map((json) => Buffer.from(json)) },
    { weight: 20, arbitrary: damaged({ ...NOTIFICATION, kanaal: 'test' }).map((json) => Buffer.from(json)) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 65_530, max: 65_542 }).map((size) => Buffer.alloc(size, 0x20)),
    },
  );
const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/cloudevents+json',
  'application/cloudevents+json; charset=utf-8',
  'application/cloudevents-batch+json',
  'text/plain',
  'application/vnd.zgw+json',
  ';',
  '',
);
const headerNames = [
  'ce-id',
  'ce-source',
  'ce-type',
  'ce-specversion',
  'ce-time',
  'ce-subject',
  'ce-data',
  'ce-__proto__',
];
const otherHeaders = fc.dictionary(
  fc.oneof(fc.constantFrom(...headerNames, 'content-length', 'webhook-id', 'webhook-request-origin'), text),
  fc.oneof(text, fc.constantFrom('1.0', 'e1', 'urn:x', '%', '%FF', '%C3%A9', '"', '9'.repeat(30))),
  { maxKeys: 5 },
);

/** Signed rightly, so that what comes after the signature is met as well. */
function signed(body: Uint8Array): Record<string, string> {
  const at = new Date();
  return {
    'webhook-id': 'm1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRETS['bron-standard'] ?? '').sign('m1', at, Buffer.from(body)),
  };
}

function credentials(kind: MessageKind, body: Uint8Array): Record<string, string> {
  if (kind === 'standard') return signed(body);
  return { authorization: `${kind === 'cloudevents' ? 'Bearer ' : ''}${SECRETS[`bron-${kind}`]}` };
}

const requests = (kind: MessageKind): fc.Arbitrary<Request> =>
  fc
    .record({
      method: fc.oneof(
        { weight: 8, arbitrary: fc.constant('POST') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'OPTIONS', 'PATCH', 'DELETE', 'post', ''),
        },
      ),
      body: bodyOf(kind),
      type: fc.oneof(
        {
          weight: 5,
          arbitrary: fc.constant(
            kind === 'cloudevents' ? 'application/cloudevents+json' : 'application/json',
          ),
        },
        { weight: 2, arbitrary: contentType },
      ),
      others: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: otherHeaders }),
      sender: fc.oneof(
        { weight: 18, arbitrary: fc.constant('known' as const) },
        { weight: 1, arbitrary: fc.constantFrom('wrong' as const, 'silent' as const) },
      ),
    })
    .map(({ method, body, type, others, sender }) => ({
      method,
      body,
      headers: {
        ...others,
        'content-type': type,
        ...(sender !== 'silent' && credentials(kind, sender === 'known' ? body : Buffer.from('iets anders'))),
        ...(sender === 'wrong' && kind !== 'standard' && { authorization: 'Bearer iets-anders' }),
      },
    }));

test.each(MESSAGE_KINDS)(
  `/webhooks/%s/{source}: ${REQUESTS} requests of any kind are answered as documented (seed ${seed})`,
  async (kind) => {
    const seen = new Map<number, number>();
    const { send, queued, told } = receiving();
    const path = `/webhooks/${kind}/bron-${kind}`;
    await fc.assert(
      fc.asyncProperty(requests(kind), async (request) => {
        const before = queued.length;
        const { statusCode = 0, headers = {}, body } = await send(path, request);
        seen.set(statusCode, (seen.get(statusCode) ?? 0) + 1);
        if (statusCode === 200 || statusCode === 204) {
          expect(body).toBeUndefined();
        } else {
          expect([400, 401, 403, 405, 413, 415]).toContain(statusCode);
          expect(headers['content-type']).toBe('application/problem+json');
          expect(JSON.parse(body ?? '')).toMatchObject({ status: statusCode, title: expect.any(String) });
          expect(queued).toHaveLength(before);
        }
        const contentType = headers['content-type'] as string | undefined;
        const told = { status: statusCode, contentType, body: body ?? '' };
        expect(departures(request.method, `/webhooks/${kind}/{source}`, told)).toEqual([]);
        for (const message of queued.slice(before)) {
          expect(queuedMessageSchema.safeParse(message).success).toBe(true);
          // Whoever reads it from the queue finds JSON, always.
          expect(() => JSON.parse(message.content)).not.toThrow();
        }
      }),
      { numRuns: REQUESTS, seed },
    );
    expect(told.filter((line) => !REFUSED.test(line))).toEqual([]);
    // A fuzzer that never gets through the door tests the door only.
    for (const status of [204, 400, 401, 403, 405, 413, 415])
      expect(seen.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(1);
    expect(queued.length).toBeGreaterThan(REQUESTS / 20);
  },
);

test(`any path, whatever it is (seed ${seed})`, async () => {
  const { send, told } = receiving();
  const segment = fc.oneof(text, fc.constantFrom('webhooks', 'zgw', 'bron-zgw', '..', '%00', 'constructor'));
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { maxLength: 5 }), async (segments) => {
      const answer = await send(`/${segments.join('/')}`, { body: '{}' });
      expect([401, 404]).toContain(answer.statusCode);
    }),
    { numRuns: 2_000, seed },
  );
  expect(told.filter((line) => !REFUSED.test(line))).toEqual([]);
});
