import { describe, expect, test } from 'vitest';
import { MOST_RECEIVES, secondsUntilNextTry } from '../../functions/domain/intake/backoff.ts';
import { createHandler } from '../../functions/handlers/handle-message/handler.ts';
import { besluit, DECISIONS, found, intakeWorld, outage } from './intakeRecord.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

async function batchWorld() {
  const world = await intakeWorld();
  const lines: string[] = [];
  const delays: [string, number][] = [];
  const handler = createHandler({
    ...world,
    sources: { source: async () => world.source },
    delay: { comeBackIn: async (receipt, seconds) => void delays.push([receipt, seconds]) },
    random: () => 0,
    log: {
      info: (...line) => void lines.push(JSON.stringify(line)),
      warn: (...line) => void lines.push(JSON.stringify(line)),
    },
  });
  const record = (name: string, body: string, receives = 1) => ({
    messageId: name,
    receiptHandle: `receipt of ${name}`,
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
  });
  return { world, handler, record, lines, delays };
}

describe('a batch', () => {
  // Guards: functions/handlers/handle-message/handler.ts: failed.push(record.messageId)
  test('one that fails keeps no other: it alone comes back, the others are done', async () => {
    const { world, handler, record, delays } = await batchWorld();
    world.resourcesAt.set(`${DECISIONS}/good`, found(besluit()));
    world.resourcesAt.set(`${DECISIONS}/bad`, outage);
    const answer = await handler({
      Records: [
        record('bad', JSON.stringify(world.notified('bad')), 3),
        record('none', 'geen bericht van ons'),
        record('good', JSON.stringify(world.notified('good'))),
      ],
    });
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'bad',
      'none',
    ]);
    expect(await world.college()).toMatchObject({ status: 'decided' });
    expect(Object.fromEntries(delays)).toEqual({ 'receipt of bad': 15, 'receipt of none': 4 });
  });

  test('its log lines hold neither content nor secrets', async () => {
    const { world, handler, record, lines } = await batchWorld();
    world.resourcesAt.set(
      `${DECISIONS}/a`,
      found(besluit({ toelichting: 'vertrouwelijk', datum: 'vertrouwelijk' })),
    );
    await handler({
      Records: [
        record('a', JSON.stringify(world.notified('a', { kenmerken: { naam: 'vertrouwelijk' } }))),
        record('b', '{"vertrouwelijk": true}'),
        record('c', 'vertrouwelijk'),
      ],
    });
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('vertrouwelijk');
  });
});

describe('what fails comes back', () => {
  const untilTry = (tries: number, random: number) =>
    Array.from({ length: tries }, (_, index) => secondsUntilNextTry(index + 1, random)).reduce(
      (a, b) => a + b,
      0,
    );

  test('within seconds the first time, and every 20 minutes at the latest', () => {
    expect(secondsUntilNextTry(1, 0.99)).toBeLessThanOrEqual(5);
    for (let receives = 1; receives < 2 * MOST_RECEIVES; receives++)
      expect(secondsUntilNextTry(receives, 0.99)).toBeLessThanOrEqual(20 * MINUTE);
  });

  test('an outage of ten minutes is over long before anything is given up', () => {
    expect(untilTry(8, 0)).toBeGreaterThan(10 * MINUTE);
    expect(8).toBeLessThan(MOST_RECEIVES / 10);
  });

  // Guards: functions/domain/intake/backoff.ts: MOST_RECEIVES
  test('and is given up after about a day', () => {
    expect(untilTry(MOST_RECEIVES, 0)).toBeGreaterThan(20 * HOUR);
    expect(untilTry(MOST_RECEIVES, 0.99)).toBeLessThan(30 * HOUR);
  });

  test('what an outage held back does not come back all at once', () => {
    const spread = new Set(Array.from({ length: 20 }, (_, index) => secondsUntilNextTry(8, index / 20)));
    expect(spread.size).toBe(20);
  });
});
