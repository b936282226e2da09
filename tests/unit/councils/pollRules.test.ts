import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../functions/domain/calendar/days.ts';
import { afterPoll } from '../../../functions/domain/councils/afterPoll.ts';
import { mustBeSeen, nextPollAt } from '../../../functions/domain/councils/pollBackoff.ts';
import type { PollState } from '../../../functions/domain/councils/pollState.ts';
import { OVERLAP_DAYS, pollWindow } from '../../../functions/domain/councils/pollWindow.ts';

const NOW = '2026-05-13T08:05:00.000Z';
const inHours = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
const STATE: PollState = {
  kind: 'poll',
  schemaVersion: 1,
  source: 'waadhoeke-raad',
  turn: 7,
  readUntil: '2026-05-12',
  failures: 0,
  shown: false,
};

describe('the days that are looked at', () => {
  test('begin well before where the last look ended: what was published late is found', () => {
    expect(pollWindow('2026-05-12', '2026-05-13')).toEqual({ from: '2026-04-07', until: '2026-05-13' });
  });

  test('of a new source go back as far', () => {
    expect(pollWindow(undefined, '2026-05-13')).toEqual({ from: '2026-04-08', until: '2026-05-13' });
  });

  // Guards: pollWindow.ts: `earlierDay(readUntil, today)`
  test('do not begin in the future when a clock was wrong', () => {
    expect(pollWindow('2031-01-01', '2026-05-13')).toEqual({ from: '2026-04-08', until: '2026-05-13' });
  });

  test('after a long silence are made up for in steps, without a hole and none longer than two months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), (silent) => {
        const today = '2026-05-13';
        let readUntil = addDays(today, -silent);
        for (let looks = 0; readUntil < today; looks += 1) {
          const { from, until } = pollWindow(readUntil, today);
          expect(daysBetween(from, readUntil)).toBe(OVERLAP_DAYS);
          expect(daysBetween(from, until)).toBeLessThanOrEqual(62);
          expect(until > readUntil).toBe(true);
          expect(looks).toBeLessThan(35);
          readUntil = until;
        }
      }),
    );
  });
});

describe('after failures', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 16],
    [6, 24],
    [60, 24],
  ])('%i in a row, the next look is %i hours later', (failures, hours) => {
    const wait = Date.parse(nextPollAt(failures, NOW)) - Date.parse(NOW);
    // Five minutes early, so that a schedule that is a second early does not lose an hour.
    expect(wait).toBe(hours * 3_600_000 - 300_000);
  });

  test('a person sees what passes by itself after two days, and anything else at once', () => {
    expect(mustBeSeen(true, NOW, inHours(47.9))).toBe(false);
    expect(mustBeSeen(true, NOW, inHours(48))).toBe(true);
    expect(mustBeSeen(false, NOW, NOW)).toBe(true);
  });
});

describe('the state of a source', () => {
  const failed = (trouble: PollState['trouble'] & string, state = STATE, now = NOW) =>
    afterPoll(state, { kind: 'failed', trouble, said: 'Er is iets.' }, now);

  test('after a failure keeps how far it was read, and since when it fails', () => {
    const first = failed('forbidden');
    expect(first).toMatchObject({
      turn: 8,
      readUntil: '2026-05-12',
      failures: 1,
      failingSince: NOW,
      shown: false,
    });
    const later = failed('forbidden', first, inHours(50));
    expect(later).toMatchObject({ failures: 2, failingSince: NOW, shown: true });
  });

  test('once shown stays shown until it works again', () => {
    const shown = failed('layout');
    expect(shown.shown).toBe(true);
    expect(failed('unreachable', shown, inHours(1)).shown).toBe(true);
    const works = afterPoll(shown, { kind: 'done', readUntil: '2026-05-13' }, inHours(2));
    expect(works).toEqual({
      ...STATE,
      turn: 9,
      readUntil: '2026-05-13',
      lastTriedAt: inHours(2),
      lastReadAt: inHours(2),
    });
  });
});
