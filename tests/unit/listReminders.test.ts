import { describe, expect, test } from 'vitest';
import { dayOf } from '../../functions/domain/calendar/days.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { readTiming } from '../../functions/operations/readTiming.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import { asked, COLLEGES, createClock, createMailbox, type Running } from './exampleRecord.ts';
import { NOTHING_IMPORTED, referenceDataWith } from './memoryReferenceData.ts';

/** The colleges must decide on 31 March; papers by 17 March, so the first rung stands on 3 March. */
const BEFORE = '2026-02-20T08:00:00.000Z';
const FIRST_RUNG = '2026-03-03T07:00:00.000Z';
const SAME_CLERK = COLLEGES.map((body) => ({
  body,
  role: 'secretary' as const,
  name: 'Gezamenlijk Secretariaat',
  mail: 'samen@regio.example',
  replacements: [],
}));

async function remindersAt(running: Running, at: string, reference = NOTHING_IMPORTED) {
  const mails = await listMails({ store: running.store, reference, now: createClock(at).now }, 'voorbeeld');
  return mails.filter(({ kind }) => kind === 'reminder');
}

async function remind({ store }: Running, at: string, reference: ReferenceData = NOTHING_IMPORTED) {
  const mailbox = createMailbox();
  const trajectory = (await store.trajectory('voorbeeld'))!;
  const timing = await readTiming(store, reference, trajectory, dayOf(at));
  await sendReminders({ store, sender: mailbox, now: createClock(at).now }, 'voorbeeld', timing, at);
  return mailbox;
}

describe('reminders in the list of mails', () => {
  test('are announced with the day on which they go', async () => {
    const listed = (await remindersAt(await asked(), BEFORE)).filter(({ to }) =>
      to[0]!.startsWith('college'),
    );
    expect(listed.map(({ status, plannedOn, sentAt }) => [status, plannedOn, sentAt])).toEqual([
      ['planned', '2026-03-03', null],
      ['planned', '2026-03-03', null],
    ]);
  });

  test('are shown on their day as they will be sent, and afterwards as they were sent', async () => {
    const running = await asked();
    const [owed] = (await remindersAt(running, FIRST_RUNG)).filter(({ status }) => status === 'to-send');
    const mailbox = await remind(running, FIRST_RUNG);
    const sent = (await remindersAt(running, FIRST_RUNG)).filter(({ status }) => status === 'sent');
    expect(sent).toHaveLength(mailbox.sent.length);
    for (const { to, subject, text } of mailbox.sent) {
      expect(sent.find((each) => each.to[0] === to[0])).toMatchObject({ to, subject, text });
    }
    expect(sent.find(({ to }) => to[0] === owed!.to[0])).toMatchObject({
      reference: owed!.reference,
      text: owed!.text,
    });
  });

  test('of one person for several bodies are one message, also in the list', async () => {
    const running = await asked();
    const reference = await referenceDataWith({ contacts: SAME_CLERK });
    await remind(running, FIRST_RUNG, reference);
    const sent = (await remindersAt(running, FIRST_RUNG, reference)).filter(
      ({ status }) => status === 'sent',
    );
    expect(sent.map(({ to }) => to)).toEqual([['samen@regio.example']]);
    expect(sent[0]!.subject).toContain('2 openstaande punten');
  });

  test('are not announced any more once the body has decided; what was sent stays', async () => {
    const running = await asked();
    await remind(running, FIRST_RUNG);
    await running.decide(COLLEGES[0], 'adopted', '2026-03-04T09:00:00.000Z');
    const ofDecided = (await remindersAt(running, '2026-03-04T10:00:00.000Z')).filter(
      ({ to }) => to[0] === 'college@aa.example',
    );
    expect(ofDecided.map(({ status }) => status)).toEqual(['sent']);
  });

  test('that were refused say why, and will be tried again', async () => {
    const running = await asked();
    const { store } = running;
    const mailbox = createMailbox();
    mailbox.fails = ['refused', 'refused', 'refused'];
    const trajectory = (await store.trajectory('voorbeeld'))!;
    const timing = await readTiming(store, NOTHING_IMPORTED, trajectory, dayOf(FIRST_RUNG));
    const deps = { store, sender: mailbox, now: createClock(FIRST_RUNG).now };
    await sendReminders(deps, 'voorbeeld', timing, FIRST_RUNG);
    const failed = (await remindersAt(running, FIRST_RUNG)).filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([{ error: expect.stringContaining('suppression') }, { attempts: 1 }]);
  });
});
