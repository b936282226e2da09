import { describe, expect, test, vi } from 'vitest';
import { isOneOf } from '../../functions/domain/intake/receive/sameSecret.ts';
import { PATIENCE_MS } from '../../functions/handlers/receive-message/handler.ts';
import type { SourceSecret } from '../../functions/operations/intake/ports.ts';
import { NOTIFICATION, receiving, recorded } from './intakeWorld.ts';

const PATH = '/webhooks/zgw/bron-zgw';
const body = JSON.stringify(NOTIFICATION);
const headers = (authorization: string) => ({ 'content-type': 'application/json', authorization });
const secretOf = (...values: string[]): SourceSecret => ({ accepted: values.map((value) => ({ value })) });

describe('a secret that was rotated', () => {
  // Guards: functions/operations/intake/authenticate.ts: || (await fits(OLDEST_AT_A_MISFIT_MS))
  test('works at once, although an older one is kept', async () => {
    const asked: (number | undefined)[] = [];
    const read = async (_source: string, oldest?: number) => {
      asked.push(oldest);
      return oldest === undefined ? secretOf('oud') : secretOf('nieuw', 'oud');
    };
    const { send } = receiving({ secrets: { read } });
    expect((await send(PATH, { headers: headers('nieuw'), body })).statusCode).toBe(204);
    expect(asked).toEqual([undefined, 2000]);
  });

  test('is not asked for again when the one that is kept fits', async () => {
    let asked = 0;
    const read = async () => {
      asked += 1;
      return secretOf('oud');
    };
    const { send } = receiving({ secrets: { read } });
    await send(PATH, { headers: headers('oud'), body });
    expect(asked).toBe(1);
  });

  test('and the one before are both taken', async () => {
    const { send } = receiving({ secrets: { read: async () => secretOf('nieuw', 'oud') } });
    for (const value of ['nieuw', 'oud'])
      expect((await send(PATH, { headers: headers(value), body })).statusCode).toBe(204);
    expect((await send(PATH, { headers: headers('ouder'), body })).statusCode).toBe(403);
  });
});

describe('comparing secrets', () => {
  test('is exact: no part, no other case, no list', () => {
    expect(isOneOf('geheim', ['anders', 'geheim'])).toBe(true);
    for (const given of ['gehei', 'geheimx', 'Geheim', ' geheim', '', 'anders,geheim'])
      expect(isOneOf(given, ['anders', 'geheim'])).toBe(false);
    expect(isOneOf('', [])).toBe(false);
  });
});

describe('a standard webhook', () => {
  test('as it was recorded is too old by now, and was right when it was sent', async () => {
    const { headers: sent, body: text, secret = '' } = recorded('standard-webhooks-valid');
    const lower = Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value]));
    const path = '/webhooks/standard/bron-standard';
    const { send, queued } = receiving({ secrets: { read: async () => secretOf(secret) } });
    expect((await send(path, { headers: lower, body: text })).statusCode).toBe(403);
    const sentAt = Number(lower['webhook-timestamp']) * 1000;
    const { Webhook } = await import('standardwebhooks');
    // The library signs as its sibling in Python did, so the recorded request fits but for its time.
    expect(new Webhook(secret).sign(lower['webhook-id'] ?? '', new Date(sentAt), text)).toBe(
      lower['webhook-signature'],
    );
    expect(queued).toEqual([]);
  });

  test('that is no text is refused as such, whatever its signature', async () => {
    const { send } = receiving();
    const given = {
      'content-type': 'application/json',
      'webhook-id': 'm1',
      'webhook-timestamp': '1',
      'webhook-signature': 'v1,x',
    };
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    expect((await send('/webhooks/standard/bron-standard', { headers: given, body: bytes })).statusCode).toBe(
      400,
    );
  });
});

describe('nothing is said, or looked up, before there is a source', () => {
  // Guards: functions/operations/intake/receiveMessage.ts: if (!speaks || !SOURCE_NAME.test(name)) return undefined;
  test.each([
    `/webhooks/zgw/${'x'.repeat(2000)}`,
    '/webhooks/zgw/',
    '/webhooks/zgw',
    '/webhooks/zgw/..%2Fx',
    '/webhooks/zgw/Hoofdletters',
    '/webhooks/notubiz/bron-notubiz',
    '/webhooks/__proto__/bron-zgw',
    '/',
  ])('%s is not looked up', async (path) => {
    const looked: string[] = [];
    const { send, told } = receiving({
      sources: {
        source: async (name) => {
          looked.push(name);
          return undefined;
        },
      },
    });
    expect((await send(path, { headers: headers('x'), body })).statusCode).toBe(404);
    expect({ looked, told }).toEqual({ looked: [], told: [] });
  });

  test('and a message counts against the limit of its source only once its sender is known', async () => {
    const counted: string[] = [];
    const take = async (source: string) => {
      counted.push(source);
      return true;
    };
    const { send } = receiving({ limit: { take } });
    await send(PATH, { headers: headers('fout'), body });
    await send(PATH, { headers: { 'content-type': 'application/json' }, body });
    expect(counted).toEqual([]);
  });

  // OWASP ASVS 5.0, 16.3.1: whoever looks why nothing comes in finds it.
  test('a refusal leaves a line with its code and its source, and nothing of what was sent', async () => {
    const { send, told } = receiving();
    await send(PATH, { headers: headers('geheim-0123'), body });
    await send(PATH, { headers: { 'content-type': 'application/json' }, body });
    expect(told).toEqual(['refused: forbidden', 'refused: unauthenticated']);
  });

  test('it waits as long as is left of the minute', async () => {
    const { send } = receiving({ limit: { take: async () => false }, now: () => '2026-02-04T09:00:48.900Z' });
    const answer = await send(PATH, { headers: headers('Bearer afgesproken-waarde-0123456789'), body });
    expect(answer).toMatchObject({ statusCode: 429, headers: { 'retry-after': '12' } });
  });
});

// Guards: functions/handlers/receive-message/handler.ts: inTime(received, PATIENCE_MS, late)
test('a table, a store of secrets or a queue that hangs is a 503 before the sender gives up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const never = () => new Promise<never>(() => undefined);
    for (const hanging of [
      { sources: { source: never } },
      { secrets: { read: never } },
      { limit: { take: never } },
      { queue: { send: never } },
    ]) {
      const { send, told } = receiving(hanging);
      const answer = send(PATH, { headers: headers('Bearer afgesproken-waarde-0123456789'), body });
      await vi.advanceTimersByTimeAsync(PATIENCE_MS);
      expect(await answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '30' } });
      expect(told).toHaveLength(1);
    }
  } finally {
    vi.useRealTimers();
  }
});
