import { beforeEach, describe, expect, test } from 'vitest';
import type { QueuedMessage } from '../../functions/domain/intake/queuedMessage.ts';
import type { SeenMessage } from '../../functions/domain/intake/seenMessage.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import {
  addSource,
  knownSource,
  pauseSource,
  resumeSource,
  rotateSecret,
} from '../../functions/operations/intake/manageSources.ts';
import type { MessageStore, SourceSecret } from '../../functions/operations/intake/ports.ts';
import { removeSource } from '../../functions/operations/intake/removeSource.ts';
import { testSource } from '../../functions/operations/intake/testSource.ts';
import { AT, sourceOf } from './intakeWorld.ts';
import { createMemorySources } from './memorySources.ts';

const NAME = 'bron-zgw';
const LATER = '2026-02-05T09:00:00.000Z';
const secretOf = (...values: string[]): SourceSecret => ({ accepted: values.map((value) => ({ value })) });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

let world: ReturnType<typeof createMemorySources>;
beforeEach(() => {
  world = createMemorySources();
});

describe('adding a source', () => {
  test('gives it its secret; the same again changes nothing', async () => {
    expect(await addSource(world, sourceOf('zgw'), secretOf('a'))).toEqual({ changed: true });
    expect(await addSource(world, sourceOf('zgw', { addedAt: LATER }), secretOf('a'))).toEqual({
      changed: false,
    });
    expect(world.rows.get(NAME)?.addedAt).toBe(AT);
  });

  // Guards: functions/operations/intake/manageSources.ts: if (await sources.addSource(source)) before any secret
  test.each([
    ['another secret', sourceOf('zgw'), secretOf('b')],
    ['another municipality', sourceOf('zgw', { municipality: 'GM0072' }), secretOf('b')],
    ['another client', sourceOf('zgw'), { ...secretOf('a'), client: { id: 'c', secret: 's' } }],
  ])('under a name that is taken, with %s, is refused and changes nothing', async (_what, other, secret) => {
    await addSource(world, sourceOf('zgw'), secretOf('a'));
    const before = [world.rows.get(NAME), world.kept.get(NAME)];
    expect(await codeOf(addSource(world, other, secret))).toBe('SOURCE_EXISTS');
    expect([world.rows.get(NAME), world.kept.get(NAME)]).toEqual(before);
  });

  test('whose secret cannot be kept is not done', async () => {
    const write = () => Promise.reject(new Unavailable('De opslag van geheimen', 'weg'));
    const deps = { ...world, secrets: { ...world.secrets, write } };
    await expect(addSource(deps, sourceOf('zgw'), secretOf('a'))).rejects.toThrow(Unavailable);
    expect(world.rows.size).toBe(0);
  });

  test('that broke off between the row and the secret is finished by the same command', async () => {
    await world.sources.addSource(sourceOf('zgw'));
    expect(await addSource(world, sourceOf('zgw'), secretOf('a'))).toEqual({ changed: true });
    expect(world.kept.get(NAME)).toEqual(secretOf('a'));
  });
});

describe('rotating a secret', () => {
  beforeEach(() => addSource(world, sourceOf('zgw'), { ...secretOf('a'), client: { id: 'c', secret: 's' } }));

  test('keeps the one before for a while, and with whom we ask for resources', async () => {
    expect(await rotateSecret(world, NAME, 'b', 24, AT)).toEqual({ changed: true });
    expect(world.kept.get(NAME)).toEqual({
      accepted: [{ value: 'b' }, { value: 'a', until: '2026-02-05T09:00:00.000Z' }],
      client: { id: 'c', secret: 's' },
    });
  });

  test('twice in a row keeps both as long as they were promised', async () => {
    await rotateSecret(world, NAME, 'b', 24, AT);
    await rotateSecret(world, NAME, 'c', 1, AT);
    expect(world.kept.get(NAME)?.accepted).toEqual([
      { value: 'c' },
      { value: 'b', until: '2026-02-04T10:00:00.000Z' },
      { value: 'a', until: '2026-02-05T09:00:00.000Z' },
    ]);
  });

  test('without an overlap takes no other any more: it leaked', async () => {
    await rotateSecret(world, NAME, 'b', 24, AT);
    await rotateSecret(world, NAME, 'c', 0, AT);
    expect(world.kept.get(NAME)?.accepted).toEqual([{ value: 'c' }]);
  });

  test('back to the one before is the one before, for ever', async () => {
    await rotateSecret(world, NAME, 'b', 24, AT);
    await rotateSecret(world, NAME, 'a', 24, AT);
    expect(world.kept.get(NAME)?.accepted).toEqual([{ value: 'a' }, { value: 'b', until: LATER }]);
  });

  test('to the one that counts changes nothing', async () => {
    expect(await rotateSecret(world, NAME, 'a', 24, AT)).toEqual({ changed: false });
  });

  test('of what cannot be one of this kind is refused, and says nothing of it', async () => {
    const error = await rotateSecret(world, NAME, 'geheim\nmet regels', 24, AT).catch(
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
    expect(String(error)).not.toContain('regels');
  });
});

const held: QueuedMessage = {
  source: NAME,
  speaks: 'zgw',
  receivedAt: AT,
  messageKey: '0'.repeat(32),
  content: '{}',
};
const nowhere = { send: () => Promise.reject(new Error('no queue')) };
const holding = (...all: readonly QueuedMessage[]) =>
  ({
    heldMessages: async () => all.map((each) => ({ held: JSON.stringify(each) }) as SeenMessage),
  }) as unknown as MessageStore;

describe('a source that is paused', () => {
  const messages = holding(held);
  const queued: QueuedMessage[] = [];
  const queue = { send: async (message: QueuedMessage) => void queued.push(message) };
  beforeEach(async () => {
    queued.length = 0;
    await addSource(world, sourceOf('zgw'), secretOf('a'));
  });

  test('goes on with what was kept; again changes nothing but loses nothing', async () => {
    expect(await pauseSource(world.sources, NAME, AT)).toEqual({ changed: true });
    expect(await pauseSource(world.sources, NAME, LATER)).toEqual({ changed: false });
    expect(world.rows.get(NAME)?.pausedAt).toBe(AT);
    expect(await resumeSource({ ...world, messages, queue }, NAME, LATER)).toEqual({
      changed: true,
      released: 1,
    });
    expect(world.rows.get(NAME)).not.toHaveProperty('pausedAt');
    expect(queued).toEqual([held]);
    expect(await resumeSource({ ...world, messages, queue }, NAME, LATER)).toEqual({
      changed: false,
      released: 1,
    });
  });

  test('by two at once is paused once; the other is told to look again', async () => {
    const seen = world.rows.get(NAME)!;
    const sources = { ...world.sources, source: async () => seen };
    await pauseSource(sources, NAME, AT);
    expect(await codeOf(pauseSource(sources, NAME, LATER))).toBe('CONFLICT');
  });
});

describe('a source that is not there', () => {
  test.each([
    ['show', () => knownSource(world.sources, 'niemand')],
    ['pause', () => pauseSource(world.sources, 'niemand', AT)],
    ['rotate', () => rotateSecret(world, 'niemand', 'b', 24, AT)],
    ['remove', () => removeSource({ ...world, messages: holding(), queue: nowhere }, 'niemand')],
  ])('%s: is refused with the names that there are', async (_what, work) => {
    await addSource(world, sourceOf('zgw'), secretOf('a'));
    expect(await codeOf(work())).toBe('UNKNOWN_SOURCE');
    await expect(work()).rejects.toThrow(NAME);
  });

  test('any more has no secret either', async () => {
    await addSource(world, sourceOf('zgw'), secretOf('a'));
    expect(await removeSource({ ...world, messages: holding(), queue: nowhere }, NAME)).toEqual({
      released: 0,
    });
    expect([world.rows.size, world.kept.size]).toEqual([0, 0]);
  });

  // Guards: functions/operations/intake/removeSource.ts: releaseHeld(…)
  test('gives back what was held while it was paused, also when a first try broke off', async () => {
    await addSource(world, sourceOf('zgw', { pausedAt: AT }), secretOf('a'));
    const messages = holding(held);
    await expect(removeSource({ ...world, messages, queue: nowhere }, NAME)).rejects.toThrow('no queue');
    const sent: QueuedMessage[] = [];
    const queue = { send: async (message: QueuedMessage) => void sent.push(message) };
    expect(await removeSource({ ...world, messages, queue }, NAME)).toEqual({ released: 1 });
    expect(sent).toEqual([held]);
    expect(world.rows.size).toBe(0);
  });
});

describe('testing a source', () => {
  const tried: string[][] = [];
  const deps = (status: number, detail?: string) => ({
    ...world,
    portalUrl: 'https://besluiten.example',
    probes: {
      send: async (...given: string[]) => {
        tried.push(given);
        return { status, detail };
      },
    },
  });
  beforeEach(() => {
    tried.length = 0;
  });

  test.each([
    ['zgw', 204],
    ['cloudevents', 204],
    ['standard', 400],
  ])('%s: sends its own address the secret that counts, and knows its answer (%i)', async (kind, status) => {
    await addSource(world, sourceOf(kind), secretOf('nieuw', 'oud'));
    const address = `https://besluiten.example/webhooks/${kind}/bron-${kind}`;
    expect(await testSource(deps(status), `bron-${kind}`)).toEqual({ address, status });
    expect(tried).toEqual([[address, kind, 'nieuw']]);
  });

  test('says what it was told when it is not what it should be', async () => {
    await addSource(world, sourceOf('zgw'), secretOf('a'));
    await expect(testSource(deps(403, 'De gegevens kloppen niet.'), NAME)).rejects.toThrow(
      /antwoordde 403: De gegevens kloppen niet\./,
    );
    expect(await codeOf(testSource(deps(403), NAME))).toBe('SOURCE_TEST_FAILED');
  });

  test('without a secret, or one that we ask ourselves, is refused before anything is sent', async () => {
    await world.sources.addSource(sourceOf('zgw'));
    await world.sources.addSource(sourceOf('notubiz', {}, { poll: { url: 'https://raad.example' } }));
    expect(await codeOf(testSource(deps(204), NAME))).toBe('SOURCE_TEST_FAILED');
    expect(await codeOf(testSource(deps(204), 'bron-notubiz'))).toBe('INVALID_INPUT');
    expect(tried).toEqual([]);
  });
});
