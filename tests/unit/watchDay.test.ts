import { describe, expect, test } from 'vitest';
import { atTime } from '../../functions/domain/calendar/days.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { createHandler } from '../../functions/handlers/watch-day/handler.ts';
import { completeMilestone } from '../../functions/operations/completeMilestone.ts';
import { MOST_FAULTS } from '../../functions/operations/resumeRound.ts';
import { reviseRound } from '../../functions/operations/reviseRound.ts';
import { watchDay } from '../../functions/operations/watchDay.ts';
import {
  asked,
  CLERK,
  COLLEGES,
  COUNCILS,
  createClock,
  createMailbox,
  examplePlan,
  OPENED,
  ROUND,
  type Running,
  started,
} from './exampleRecord.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

/** The stream and the events are off: what happens, the watch does. */
function watching(running: Running) {
  const mailbox = createMailbox();
  const clock = createClock();
  const deps = {
    reference: NOTHING_IMPORTED,
    store: running.store,
    chain: running.chain,
    sender: mailbox,
    now: clock.now,
  };
  const watch = async (day: string) => {
    const at = atTime(day, '07:30');
    clock.at = at;
    const summary = await watchDay(deps, 'voorbeeld', at);
    await running.chain.catchUp();
    return summary;
  };
  return { mailbox, clock, deps, watch };
}

const QUIET = {
  opened: [],
  completed: [],
  started: 0,
  resumed: 0,
  woken: 0,
  silences: 0,
  mailsSent: 0,
  mailsFailed: 0,
  settled: [],
};

describe('with the stream and the events off', () => {
  test('the watch alone brings a trajectory from its start to its end', async () => {
    const running = await started();
    const { mailbox, watch } = watching(running);
    const { store } = running;

    expect(await watch('2026-01-06')).toMatchObject({ ...QUIET, opened: ['prepare'] });
    await completeMilestone(store, 'voorbeeld', 'prepare', '2026-01-20', OPENED, CLERK);
    expect(await watch('2026-01-21')).toMatchObject({ ...QUIET, opened: ['proposal'], started: 1 });
    expect(await watch('2026-01-22')).toMatchObject({ ...QUIET, mailsSent: 2 });

    for (const body of COLLEGES) await running.decide(body, 'adopted', '2026-02-02T09:00:00.000Z');
    expect(await watch('2026-02-03')).toMatchObject({ ...QUIET, woken: 2, mailsSent: 2 });
    expect(await watch('2026-02-04')).toMatchObject({ ...QUIET, completed: ['proposal'], mailsSent: 1 });

    // The RAC stays silent: its request left on 4 February, its term ends on 18 March.
    expect(await watch('2026-03-18')).toMatchObject(QUIET);
    expect(await watch('2026-03-19')).toMatchObject({ ...QUIET, silences: 1, woken: 1, mailsSent: 1 });
    expect(await watch('2026-03-20')).toMatchObject({ ...QUIET, completed: ['noted'], mailsSent: 2 });

    for (const body of COUNCILS) await running.decide(body, 'adopted', '2026-04-01T09:00:00.000Z');
    expect(await watch('2026-04-02')).toMatchObject({
      ...QUIET,
      opened: ['consult'],
      woken: 2,
      mailsSent: 2,
    });
    expect(await watch('2026-04-03')).toMatchObject({
      ...QUIET,
      completed: ['adopted'],
      mailsSent: 2,
      settled: [ROUND],
    });
    expect(await watch('2026-04-07')).toMatchObject(QUIET);
    expect(await store.openRounds('voorbeeld')).toEqual([]);
    expect(running.chain.asked).toHaveLength(5);
    expect(mailbox.sent.filter(({ tags }) => tags.kind === 'asked')).toHaveLength(5);
  });

  test('a completed stage opens what waited for it on the same day', async () => {
    const running = await asked(
      examplePlan(
        [
          '{ask: rac, role: note, silence: {means: noted, after: 30}, milestone: noted}',
          '{ask: rac, role: note}',
        ],
        [
          'kind: note, owner: rac, period: 2026-Q2, waitsFor: [proposal]',
          'kind: task, owner: rac, period: 2026-Q1, waitsFor: [proposal]',
        ],
        ['owner: councils, period: 2026-Q2, waitsFor: [noted]', 'owner: councils, period: 2026-Q2'],
      ),
    );
    const { watch } = watching(running);
    for (const body of COLLEGES) await running.decide(body);
    await watch('2026-02-03');
    expect(await watch('2026-02-04')).toMatchObject({ completed: ['proposal'], opened: ['noted'] });
  });

  test('a revised round is started by the watch', async () => {
    const running = await asked();
    const { watch } = watching(running);
    for (const body of COLLEGES) await running.decide(body, 'rejected');
    await watch('2026-02-03');
    await reviseRound(running.store, 'voorbeeld', ROUND, 'Aangepast', '2026-02-10T09:00:00.000Z', CLERK);
    expect(await watch('2026-02-11')).toMatchObject({ started: 1, settled: [ROUND] });
    expect(running.chain.asked.slice(-2)).toEqual(COLLEGES.map((body) => `main.r2 ${body}`));
  });

  test('a lost execution is resumed, also when nobody has answered', async () => {
    const running = await asked();
    const { watch } = watching(running);
    running.chain.kill(await running.round());
    expect(await watch('2026-01-22')).toMatchObject({ resumed: 1 });
    expect(await watch('2026-01-23')).toMatchObject({ resumed: 0 });
    expect(running.chain.asked).toHaveLength(2);
  });
});

describe('the same day again', () => {
  // The guards are the conditions of every write; nothing here knows that the day was watched before.
  test.each(['2026-01-06', '2026-01-21', '2026-02-03', '2026-03-17'])(
    'on %s does nothing, and changes no row',
    async (last) => {
      const running = await started();
      const { mailbox, watch } = watching(running);
      await completeMilestone(
        running.store,
        'voorbeeld',
        'prepare',
        '2026-01-05',
        '2026-01-05T09:00:00.000Z',
        CLERK,
      );
      for (const day of ['2026-01-06', '2026-01-21', '2026-02-03', '2026-03-17']) {
        if (day > last) break;
        if (day === '2026-02-03') for (const body of COLLEGES) await running.decide(body);
        await watch(day);
      }
      // What the chain did after the watch is done by one more; from then on nothing is owed.
      await watch(last);
      const before = running.store.snapshot();
      const sent = mailbox.sent.length;
      expect(await watch(last)).toMatchObject(QUIET);
      expect(running.store.snapshot()).toEqual(before);
      expect(mailbox.sent).toHaveLength(sent);
    },
  );

  test('two watches at once leave the rows of one', async () => {
    const running = await asked();
    const { deps, mailbox, watch } = watching(running);
    for (const body of COLLEGES) await running.decide(body);
    const at = atTime('2026-02-03', '07:30');
    await Promise.all([watchDay(deps, 'voorbeeld', at), watchDay(deps, 'voorbeeld', at)]);
    await running.chain.catchUp();
    await watch('2026-02-03');
    expect(await running.round()).toMatchObject({ epoch: 1, stage: 1 });
    expect(new Set(mailbox.sent.map(({ tags }) => tags.reason)).size).toBe(mailbox.sent.length);
  });
});

test('a day that is watched late does not move the last watched day back', async () => {
  const running = await asked();
  const { watch } = watching(running);
  await watch('2026-01-23');
  await watch('2026-01-22');
  expect(await running.store.trajectory('voorbeeld')).toMatchObject({ watchedUntil: '2026-01-23' });
});

describe('what a person must look at', () => {
  test('a mail that cannot be sent is a flag until it was sent', async () => {
    const running = await asked();
    const { mailbox, watch } = watching(running);
    mailbox.fails = ['refused'];
    expect(await watch('2026-01-22')).toMatchObject({ mailsSent: 1, mailsFailed: 1 });
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([
      {
        flag: 'mail-failed',
        subject: `${ROUND} ${COLLEGES[0]} asked`,
        reason: expect.stringContaining('suppression'),
      },
    ]);
    await watch('2026-01-23');
    expect(await running.store.openFlags('voorbeeld')).toEqual([]);
    expect(await running.store.flags('voorbeeld')).toMatchObject([{ resolvedAt: expect.any(String) }]);
  });

  // The guard is `mailFailures(round, requests).length === 0` in watchRound.
  test('a mail in doubt stays a flag while its claim stands, also when the watch runs again', async () => {
    const running = await asked();
    const { mailbox, clock, deps, watch } = watching(running);
    mailbox.fails = ['in-doubt'];
    expect(await watch('2026-01-22')).toMatchObject({ mailsFailed: 1 });
    clock.later(30);
    await watchDay(deps, 'voorbeeld', clock.at);
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([{ flag: 'mail-failed' }]);
    await watch('2026-01-23');
    expect(await running.store.openFlags('voorbeeld')).toEqual([]);
  });

  test('a round that is not resumed any more is a flag until it moves', async () => {
    const running = await asked();
    const { watch } = watching(running);
    for (let day = 1; day <= MOST_FAULTS + 1; day++) {
      running.chain.kill(await running.round());
      await watch(`2026-02-0${day}`);
    }
    expect(await running.store.openFlags('voorbeeld')).toMatchObject([{ flag: 'stuck', subject: ROUND }]);
    expect(await running.round()).toMatchObject({ epoch: MOST_FAULTS + 1 });
  });
});

describe('a watch of several trajectories', () => {
  test('one that fails does not keep the others from their day; the failure is told', async () => {
    const running = await asked();
    const { deps } = watching(running);
    const handler = createHandler(deps);
    const at = atTime('2026-01-22', '07:30');
    const summaries = await handler({ at, trajectories: ['onbekend', 'voorbeeld'] });
    expect(summaries).toMatchObject([
      { trajectory: 'onbekend', failed: expect.stringContaining('onbekend') },
      { trajectory: 'voorbeeld', mailsSent: 2 },
    ]);
    expect(await running.store.trajectory('voorbeeld')).toMatchObject({ watchedUntil: '2026-01-22' });
  });

  // The guard is the `Unavailable` branch of the handler: retries go by the error's name (workflows/retries.ts).
  test('one whose table could not be reached fails under the name that is tried again', async () => {
    const running = await asked();
    const { deps } = watching(running);
    running.store.before('openRounds', () =>
      Promise.reject(new Unavailable('De tabel', new Error('throttled'))),
    );
    const day = { at: atTime('2026-01-22', '07:30'), trajectories: ['voorbeeld'] };
    await expect(createHandler(deps)(day)).rejects.toMatchObject({ name: 'Unavailable' });
    await expect(createHandler(deps)(day)).resolves.toMatchObject([{ mailsSent: 2 }]);
  });
});

// Guards: functions/operations/watchDay.ts: `watchedUntil` of `chase`.
test('a watch that comes late, for a day before one that was watched, neither reminds nor takes flags away', async () => {
  const running = await asked();
  const { mailbox, watch } = watching(running);
  await watch('2026-04-02');
  const standing = await running.store.openFlags('voorbeeld');
  expect(standing.map(({ flag }) => flag)).toContain('overdue');

  mailbox.sent.length = 0;
  expect(await watch('2026-03-16')).toMatchObject({ reminders: 0, flagsRaised: 0, flagsResolved: 0 });
  expect(await running.store.openFlags('voorbeeld')).toEqual(standing);
  expect(mailbox.sent).toEqual([]);
});

describe('a reminder that could not be sent', () => {
  const failed = async (running: Running) =>
    (await running.store.openFlags('voorbeeld'))
      .filter(({ flag }) => flag === 'mail-failed')
      .map(({ subject }) => subject);

  // Guards: functions/operations/sendReminders.ts: `failures` of `sendReminders`.
  test('of a task is a flag, as one of a request is', async () => {
    const running = await started();
    const { mailbox, watch } = watching(running);
    await watch('2026-01-06');
    mailbox.fails = ['refused'];
    expect(await watch('2026-01-16')).toMatchObject({ mailsFailed: 1 });
    expect(await failed(running)).toEqual([
      expect.stringMatching(/^prepare remind-2026-01-30-b10-lead-[0-9a-f]{8}$/),
    ]);
    await watch('2026-01-17');
    expect(await failed(running)).toHaveLength(1);
    expect(await watch('2026-01-19')).toMatchObject({ reminders: 1 });
    expect(await failed(running)).toEqual([]);
  });

  // Guards: functions/domain/mails/failures.ts: `isReminder` of `failuresOf`.
  test('is none any more when a later one has come, for nobody tries it again', async () => {
    const running = await asked();
    const { mailbox, watch } = watching(running);
    await watch('2026-02-03');
    mailbox.fails = ['refused', 'refused'];
    await watch('2026-03-03');
    expect(await failed(running)).toHaveLength(2);
    expect(await watch('2026-03-10')).toMatchObject({ reminders: 2 });
    expect(await failed(running)).toEqual([]);
  });
});

// Guards: functions/operations/sendReminders.ts: `still` of `remind`.
test('a body that answers while the watch is reminding is not reminded any more', async () => {
  const running = await asked();
  const { mailbox, watch } = watching(running);
  await watch('2026-02-03');
  mailbox.sent.length = 0;
  running.store.before('claimMail', () => running.decide(COLLEGES[0], 'adopted', '2026-03-03T06:29:00.000Z'));
  expect(await watch('2026-03-03')).toMatchObject({ reminders: 1 });
  expect(mailbox.sent.map(({ subject }) => subject)).toEqual([
    'Herinnering: College Bee, Hoofdronde, uiterlijk 31 maart 2026',
  ]);
});
