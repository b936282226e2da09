import { describe, expect, test } from 'vitest';
import { addDays } from '../../functions/domain/calendar/days.ts';
import { isWorkingDay } from '../../functions/domain/calendar/workingDays.ts';
import { COLLEGES } from './exampleRecord.ts';
import { AA, BEE, contact, RUNGS, reminding } from './reminding.ts';

const secretary = contact(AA, 'secretaris@aa.example');
const alderman = contact(AA, 'wethouder@aa.example', { role: 'portfolio-holder' });

/** Every day of a stretch, as the watch comes. */
const days = (from: string, until: string) => {
  const all = [];
  for (let day = from; day <= until; day = addDays(day, 1)) all.push(day);
  return all;
};

describe('a college that stays silent', () => {
  async function silent() {
    const aa = await reminding({ contacts: [secretary, alderman] });
    await aa.decide(BEE);
    return aa;
  }

  // Guards: functions/operations/sendReminders.ts: `const work = openWork(plan, calendars, planning, state)`.
  test('gets each rung of its ladder once, on its day, however often the watch comes', async () => {
    const { remind, told } = await silent();
    for (const day of days('2026-02-10', '2026-04-30')) {
      await remind(day);
      await remind(day, '11:00');
    }
    const toSecretary = told().filter((each) => each.endsWith('secretaris@aa.example'));
    expect(toSecretary).toEqual(RUNGS.map(([day, rung]) => `${day} ${rung} secretaris@aa.example`));
  });

  // Guards: functions/domain/reminders/owedReminders.ts: `rung.escalates`.
  test('is told of to its portfolio holder and the project lead, from the second time it is late', async () => {
    const { remind, told } = await silent();
    for (const day of days('2026-02-10', '2026-04-30')) await remind(day);
    const others = told().filter((each) => !each.endsWith('secretaris@aa.example'));
    expect(others).toEqual(
      ['2026-03-25 o2', '2026-04-01 o3', '2026-04-10 o4'].flatMap((rung) => [
        `${rung} wethouder@aa.example`,
        `${rung} lead@regio.example`,
      ]),
    );
  });

  // Guards: functions/domain/reminders/rungs.ts: `length: ladder.most`.
  test('gets no more mails after the last rung; a flag stands instead', async () => {
    const { remind, settle, store } = await silent();
    for (const [day] of RUNGS) await remind(day);
    for (const day of ['2026-04-17', '2026-06-01', '2027-01-04']) {
      expect(await remind(day)).toEqual({ sent: 0, failed: 0 });
      await settle(day);
      const standing = (await store.openFlags('voorbeeld')).filter(({ body }) => body === AA);
      expect(standing).toMatchObject([{ flag: 'overdue', subject: `main.r1 ${AA}`, date: '2026-03-17' }]);
    }
  });

  test('is not reminded of the days of an outage: one mail, of the rung that stands when the watch is back', async () => {
    const { remind, told } = await silent();
    await remind('2026-02-17');
    await remind('2026-04-02');
    expect(told()).toEqual([
      '2026-02-17 b10 secretaris@aa.example',
      '2026-04-02 o3 secretaris@aa.example',
      '2026-04-02 o3 wethouder@aa.example',
      '2026-04-02 o3 lead@regio.example',
    ]);
  });
});

describe('nobody is reminded, and no rung is spent', () => {
  // Guards: functions/operations/sendReminders.ts: `!isWorkingDay(today)`. 3 and 6 April 2026 are Good Friday, Easter Monday.
  test.each(['2026-02-21', '2026-02-22', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05'])(
    'on %s, when nobody works; the first working day after it brings the rung',
    async (day) => {
      const { remind, store, told } = await reminding();
      const before = store.snapshot();
      expect(await remind(day)).toEqual({ sent: 0, failed: 0 });
      expect(store.snapshot()).toEqual(before);
      let next = day;
      while (!isWorkingDay(next)) next = addDays(next, 1);
      await remind(next);
      expect(told().filter((each) => each.endsWith('college@aa.example'))).toHaveLength(1);
    },
  );

  // Guards: functions/operations/sendReminders.ts: `time < hours.from || time > hours.until`.
  test.each(['00:05', '06:59', '18:01', '23:55'])('at %s, outside working hours', async (time) => {
    const { remind, store, told } = await reminding();
    const before = store.snapshot();
    expect(await remind('2026-02-17', time)).toEqual({ sent: 0, failed: 0 });
    expect(store.snapshot()).toEqual(before);
    expect(await remind('2026-02-18')).toEqual({ sent: 2, failed: 0 });
    expect(told()[0]).toBe('2026-02-18 b10 college@aa.example');
  });

  test.each(['07:00', '18:00'])('but at %s, the edge of working hours, they are', async (time) => {
    const { remind } = await reminding();
    expect(await remind('2026-02-17', time)).toEqual({ sent: 2, failed: 0 });
  });
});

describe('somebody with several things to do', () => {
  const SHARED = 'gedeeld@regio.example';
  const contacts = COLLEGES.map((body) => contact(body, SHARED));

  // Guards: functions/domain/reminders/owedReminders.ts: `known.reminders.push(…)` on what `byAddress` has.
  test('gets one message with all of them, and each counts as told', async () => {
    const { remind, told, mailbox, requests } = await reminding({ contacts });
    expect(await remind('2026-02-17')).toEqual({ sent: 1, failed: 0 });
    expect(told()).toEqual([`2026-02-17 several ${SHARED}`]);
    expect(mailbox.sent[0]!.text).toContain('College Aa');
    expect(mailbox.sent[0]!.text).toContain('College Bee');
    for (const { mails } of await requests())
      expect(Object.values(mails)).toMatchObject([{ messageId: 'message-1' }]);
    expect(await remind('2026-02-18')).toEqual({ sent: 0, failed: 0 });
  });

  test('hears the next time only of what is still open', async () => {
    const { remind, decide, mailbox } = await reminding({ contacts });
    await remind('2026-02-17');
    await decide(AA);
    expect(await remind('2026-02-24')).toEqual({ sent: 1, failed: 0 });
    expect(mailbox.sent.at(-1)!.text).not.toContain('College Aa');
  });
});
