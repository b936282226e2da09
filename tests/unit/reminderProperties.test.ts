import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, timeOfDay } from '../../functions/domain/calendar/days.ts';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { readMailRows } from '../../functions/operations/mailTags.ts';
import { anyStory } from './reminderArbitraries.ts';
import { type Left, played } from './reminderStories.ts';

/** What a mail tells whom: person, body and rung; the part in the key is whose place that person has. */
function toldBy({ to, tags }: Left) {
  const rows = readMailRows(Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]])));
  return rows.map(({ owner, key }) => {
    const rung = /^remind-\d{4}-\d{2}-\d{2}-[bo]\d+/.exec(key)?.[0];
    return { person: to.join(), body: 'body' in owner ? (owner.body ?? '') : '', rung };
  });
}

// Guards: see each property below; the stories hold watches twice, late, after missed days, at night, two at once,
// stopped at any call, refused and in doubt, while people come and go, stand in for each other, answer and defer.
test('whatever happens, reminders leave in working hours of working days, once a person and rung, until the answer', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const { left, remind } = await played(story);
      for (const mail of left) {
        // Guards: functions/operations/sendReminders.ts: `!isWorkingDay(today)` and `time < hours.from || time > hours.until`.
        expect(isWorkingDay(dayOf(mail.at)), mail.at).toBe(true);
        const time = timeOfDay(mail.at);
        expect(time >= '07:00' && time <= '18:00', mail.at).toBe(true);
        for (const { body } of toldBy(mail)) expect(mail.answered).not.toContain(body);
      }
      // Guards: functions/domain/reminders/owedReminders.ts: `toldOf`; functions/operations/sendClaimedMail.ts: `if (await store.claimMail(…))`.
      const told = left.flatMap(toldBy).map((each) => JSON.stringify(each));
      expect(told.filter((each, index) => told.indexOf(each) !== index)).toEqual([]);
      expect(await remind('2026-07-01')).toEqual({ sent: 0, failed: 0 });
    }),
    { numRuns: 40 },
  );
}, 60_000);
