import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  atTime,
  type Day,
  dayOf,
  daysBetween,
  momentOf,
} from '../../functions/domain/calendar/days.ts';
import { endOfTerm, startOfTermBefore } from '../../functions/domain/calendar/terms.ts';
import { addWorkingDays, workingDaysBetween } from '../../functions/domain/calendar/workingDays.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { daysToWatch } from '../../functions/operations/watchDays.ts';
import { asked, CLERK, COLLEGES, createClock, createMailbox, ROUND, runningOn } from './exampleRecord.ts';
import { calendarOf } from './meetingArbitraries.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';
import { AA, CALENDARS, reminding } from './reminding.ts';

/** Sundays both: one of 23 hours, one of 25. */
const NIGHTS = ['2026-03-29', '2026-10-25'] as const;
/** In UTC: around the change itself, which is at 01:00Z; the first moment of the day, and the last. */
const momentsOf = (day: Day) => [
  momentOf(day),
  `${day}T00:30:00.000Z`,
  `${day}T01:00:00.000Z`,
  `${day}T01:30:00.000Z`,
  atTime(day, '07:30'),
  new Date(Date.parse(momentOf(addDays(day, 1))) - 1).toISOString(),
];
const anyMoment = (day: Day) => {
  const [from, until] = [momentOf(day), momentOf(addDays(day, 1))].map((at) => Date.parse(at)) as [
    number,
    number,
  ];
  return fc.integer({ min: from, max: until - 1 }).map((ms) => new Date(ms).toISOString());
};

/** A trajectory with colleges that are late, watched at these moments; its rows, with days for moments. */
async function watchedAt(moments: readonly string[]) {
  rows ??= (await asked()).store.snapshot();
  const { store, chain } = runningOn(createMemoryStore(rows));
  const clock = createClock();
  const sender = createMailbox();
  const reference = await referenceDataWith({ calendars: CALENDARS });
  for (const at of moments) {
    clock.at = at;
    await watchDay({ store, chain, reference, sender, now: clock.now }, 'voorbeeld', at);
    await chain.catchUp();
  }
  const told = Object.entries(store.snapshot()).map(([name, row]) => {
    const text = JSON.stringify([name.replace(/^AUDIT#.+/, 'AUDIT'), row], (key, value) =>
      // The end of a claim may lie on the next day, and the name of an entry holds its moment.
      key === 'claimedUntil' || key === 'id' ? undefined : value,
    );
    return text.replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, (at) => dayOf(at));
  });
  return { rows: told.sort(), reminders: sender.sent.filter(({ tags }) => tags.kind === 'reminder').length };
}
let rows: Record<string, Record<string, unknown>> | undefined;

describe.each(NIGHTS)('on %s, when the clock changes', (night) => {
  // Guards: functions/domain/calendar/days.ts: `Moment.toZonedDateTimeISO(…, ZONE)` of `dayOf`.
  test('the watch of that day and of the one before is the same for every instant of the day', async () => {
    for (const day of [addDays(night, -1), night]) {
      const expected = await watchedAt([atTime(day, '07:30')]);
      expect(expected.reminders).toBe(0);
      for (const at of momentsOf(day)) expect(await watchedAt([at]), at).toEqual(expected);
      await fc.assert(
        fc.asyncProperty(anyMoment(day), anyMoment(day), async (one, other) => {
          expect(await watchedAt([one, other].sort())).toEqual(expected);
        }),
        { numRuns: 8 },
      );
    }
  });

  // Guards: functions/operations/watchDays.ts: `dayOf(at)` of `daysToWatch`.
  test('the days to watch are the same at each of its moments, and none of them twice', async () => {
    const { store } = await asked();
    await store.markWatched('voorbeeld', addDays(night, -2));
    for (const at of momentsOf(night)) {
      const days = await daysToWatch(store, at, undefined);
      expect(
        days.map((each) => dayOf(each.at)),
        at,
      ).toEqual([addDays(night, -1), night]);
      expect(
        days.map(({ pages }) => pages[0]!.missed),
        at,
      ).toEqual([true, false]);
    }
    await store.markWatched('voorbeeld', night);
    const next = await daysToWatch(store, momentOf(addDays(night, 1)), undefined);
    expect(next.map((each) => dayOf(each.at))).toEqual([addDays(night, 1)]);
  });

  // Guards: functions/domain/calendar/days.ts: `ZONE` of `timeOfDay`: 07:00 there is 05:00Z in summer, 06:00Z in winter.
  test('the hours of reminders follow the Dutch clock on the Monday after it, and nobody is reminded on the day', async () => {
    const { remind, mailbox } = await reminding();
    for (const time of ['00:30', '02:30', '07:30', '12:00']) await remind(night, time);
    const monday = addDays(night, 1);
    await remind(monday, '06:59');
    expect(mailbox.sent).toEqual([]);
    expect(atTime(monday, '07:00').slice(11, 16)).toBe(night === '2026-03-29' ? '05:00' : '06:00');
    expect((await remind(monday, '07:00')).sent).toBeGreaterThan(0);
  });

  test('what is due on it is late from the Monday on, and reminded of then', async () => {
    const late = await reminding({ calendars: [calendarOf(AA, ['2026-03-17'])] });
    const answer = {
      trajectory: 'voorbeeld',
      round: ROUND,
      body: AA,
      outcome: 'deferred' as const,
      on: '2026-03-17',
    };
    await recordDecision(late.store, { ...answer, newDate: night }, atTime('2026-03-17', '12:00'), CLERK);
    await late.decide(COLLEGES[1]);
    const flagged = async (day: Day) => {
      await late.settle(day);
      return (await late.store.openFlags('voorbeeld'))
        .filter(({ body }) => body === AA)
        .map(({ flag }) => flag);
    };
    expect(await flagged(night)).toEqual(['approaching']);
    expect(await flagged(addDays(night, 1))).toEqual(['overdue']);
    await late.remind(addDays(night, 1));
    expect(late.told()).toEqual([`${addDays(night, 1)} o1 college@aa.example`]);
  });

  test('a term that ends on it runs on to the Monday; days and working days across it are whole days', () => {
    const [before, monday] = [addDays(night, -14), addDays(night, 1)];
    expect(endOfTerm(before, { length: 2, unit: 'weeks' }).day).toBe(monday);
    expect(endOfTerm(before, { length: 14, unit: 'days' }).moved[0]?.reason).toMatch(/is een zondag$/);
    expect(startOfTermBefore(monday, { length: 15, unit: 'days' })).toBe(before);
    expect([daysBetween(before, monday), workingDaysBetween(before, monday)]).toEqual([15, 11]);
    expect([addWorkingDays(addDays(night, -2), 1), addWorkingDays(monday, -1)]).toEqual([
      monday,
      addDays(night, -2),
    ]);
    // From the evening before to the evening after.
    const hours =
      (Date.parse(atTime(night, '20:00')) - Date.parse(atTime(addDays(night, -1), '20:00'))) / 3_600_000;
    expect(hours).toBe(night === '2026-03-29' ? 23 : 25);
  });
});
