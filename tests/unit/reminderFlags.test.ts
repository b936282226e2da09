import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import { createClock, createMailbox, ROUND, started } from './exampleRecord.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { AA, BEE, CALENDARS, contact, reminding } from './reminding.ts';

/** Watches mornings of the example whose college Bee has answered; which flags of mails stand after each. */
async function silentAa() {
  const { store, chain, decide, requests } = await reminding();
  await decide(BEE);
  const reference = await referenceDataWith({
    calendars: CALENDARS,
    contacts: [contact(AA, 'secretaris@aa.example')],
  });
  const mailbox = createMailbox();
  const clock = createClock();
  const watch = async (day: string, time = '07:30') => {
    clock.at = atTime(day, time);
    const deps = { store, chain, reference, sender: mailbox, now: clock.now };
    const { mailsFailed } = await watchDay(deps, 'voorbeeld', clock.at);
    const flags = (await store.openFlags('voorbeeld')).filter(({ flag }) => flag === 'mail-failed');
    return { mailsFailed, flags: flags.map(({ subject }) => subject.replace(/-[0-9a-f]{8}$/, '')) };
  };
  await watch('2026-02-16');
  return { store, mailbox, watch, decide, requests };
}
const B10 = `${ROUND} ${AA} remind-2026-03-17-b10-secretary1`;

// Guards: functions/operations/watchDay.ts: the second `failures = failuresIn(…)` of `chase`; functions/domain/mails/failures.ts: `!isReminder(key)`.
describe('a reminder that was refused', () => {
  test('is a flag on the day it failed', async () => {
    const { mailbox, watch } = await silentAa();
    mailbox.fails = ['refused'];
    expect(await watch('2026-02-17')).toEqual({ mailsFailed: 1, flags: [B10] });
  });

  test('is none any more on the day it left', async () => {
    const { mailbox, watch } = await silentAa();
    mailbox.fails = ['refused'];
    await watch('2026-02-17');
    expect(await watch('2026-02-18')).toEqual({ mailsFailed: 0, flags: [] });
  });

  // Guards: functions/domain/reminders/owedReminders.ts: `failedReminders` looks at `standingReminders` only.
  test('is none any more when the next rung has left: that one is not tried again', async () => {
    const { mailbox, watch } = await silentAa();
    mailbox.fails = ['refused'];
    await watch('2026-02-17');
    expect(await watch('2026-02-24')).toEqual({ mailsFailed: 0, flags: [] });
    expect(await watch('2026-02-25')).toEqual({ mailsFailed: 0, flags: [] });
  });

  test('is none any more when the body has answered', async () => {
    const { mailbox, watch, decide } = await silentAa();
    mailbox.fails = ['refused'];
    await watch('2026-02-17');
    await decide(AA);
    expect((await watch('2026-02-18')).flags).toEqual([]);
  });

  test('in doubt is a flag while its claim stands, also when the watch comes again', async () => {
    const { mailbox, watch } = await silentAa();
    mailbox.fails = ['in-doubt'];
    expect(await watch('2026-02-17')).toEqual({ mailsFailed: 1, flags: [B10] });
    expect(await watch('2026-02-17', '07:35')).toEqual({ mailsFailed: 0, flags: [B10] });
    expect(await watch('2026-02-18')).toEqual({ mailsFailed: 0, flags: [] });
  });
});

test('a reminder of a task that was refused is a flag as well', async () => {
  const { store, chain } = await started();
  const mailbox = createMailbox();
  const clock = createClock();
  const watch = async (day: string) => {
    clock.at = atTime(day, '07:30');
    const deps = { store, chain, reference: await referenceDataWith({}), sender: mailbox, now: clock.now };
    await watchDay(deps, 'voorbeeld', clock.at);
    return (await store.openFlags('voorbeeld')).filter(({ flag }) => flag === 'mail-failed');
  };
  await watch('2026-01-06');
  mailbox.fails = ['refused'];
  expect(await watch('2026-01-16')).toMatchObject([{ subject: expect.stringContaining('prepare remind-') }]);
  expect(await watch('2026-01-19')).toEqual([]);
});
