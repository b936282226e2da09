import { describe, expect, test } from 'vitest';
import { LEASE_SECONDS } from '../../functions/operations/mailLease.ts';
import { pauseMails } from '../../functions/operations/mailPause.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { CLERK, ROUND } from './exampleRecord.ts';
import { AA, BEE, contact, type Reminding, reminding } from './reminding.ts';

/** Only college Aa is still to answer; its secretary is known. */
async function silentAa(): Promise<Reminding> {
  const aa = await reminding({ contacts: [contact(AA, 'secretaris@aa.example')] });
  await aa.decide(BEE);
  return aa;
}
const stateOf = async ({ requests }: Reminding) =>
  Object.values((await requests()).find(({ body }) => body === AA)!.mails);

describe('a reminder that cannot leave spends no rung', () => {
  // Guards: functions/operations/sendClaimedMail.ts: `trajectory.mailsPausedAt`.
  test('while mails are paused; the day they are let go it is sent', async () => {
    const aa = await silentAa();
    await pauseMails(aa.store, 'voorbeeld', true, '2026-02-16T09:00:00.000Z', CLERK);
    expect(await aa.remind('2026-02-17')).toEqual({ sent: 0, failed: 0 });
    expect(await stateOf(aa)).toEqual([]);
    await pauseMails(aa.store, 'voorbeeld', false, '2026-02-18T05:00:00.000Z', CLERK);
    await aa.remind('2026-02-18');
    expect(aa.told()).toEqual(['2026-02-18 b10 secretaris@aa.example']);
  });

  // Guards: functions/operations/sendClaimedMail.ts: `error.certainlyUnsent ? at : claim.claimedUntil`.
  test('when it is refused: it is tried again at once, and its reason stands on the record until it left', async () => {
    const aa = await silentAa();
    aa.mailbox.fails = ['refused'];
    expect(await aa.remind('2026-02-17')).toEqual({ sent: 0, failed: 1 });
    expect(await stateOf(aa)).toMatchObject([{ attempts: 1, error: expect.stringContaining('suppression') }]);
    expect(await aa.remind('2026-02-17')).toEqual({ sent: 1, failed: 0 });
    expect(await stateOf(aa)).toEqual([expect.not.objectContaining({ error: expect.anything() })]);
  });

  test('when the mail service is down: the others are tried too, and the next morning sends', async () => {
    const aa = await reminding();
    aa.mailbox.fails = ['refused', 'refused'];
    expect(await aa.remind('2026-02-17')).toEqual({ sent: 0, failed: 2 });
    expect(await aa.remind('2026-02-18')).toEqual({ sent: 2, failed: 0 });
    expect(aa.told()).toEqual(['2026-02-18 b10 college@aa.example', '2026-02-18 b10 college@bee.example']);
  });

  // Guards: functions/operations/sendClaimedMail.ts: `claimedUntil: laterBy(at, LEASE_SECONDS)`.
  test('when its sender died in between: it waits until nobody can be sending it any more', async () => {
    const aa = await silentAa();
    aa.mailbox.fails = ['crash'];
    await expect(aa.remind('2026-02-17')).rejects.toThrow('stopped');
    expect(await aa.remind('2026-02-17', '07:40')).toEqual({ sent: 0, failed: 0 });
    const later = `07:${30 + Math.ceil(LEASE_SECONDS / 60)}`;
    expect(await aa.remind('2026-02-17', later)).toEqual({ sent: 1, failed: 0 });
  });

  test('that was never sent is overtaken by the next rung, of which there is one mail', async () => {
    const aa = await silentAa();
    aa.mailbox.fails = ['refused'];
    await aa.remind('2026-02-17');
    await aa.remind('2026-02-24');
    expect(aa.told()).toEqual(['2026-02-24 b5 secretaris@aa.example']);
  });
});

// Guards: functions/operations/sendReminders.ts: `stillHolds` of `remind`; `now?.status === 'open'` and `now.deferrals.length` of `isStillOpen`.
describe('a body that answers is not reminded any more', () => {
  const answers = ({ store }: Reminding, outcome: 'adopted' | 'deferred') => {
    const newDate = outcome === 'deferred' ? { newDate: '2026-03-31' } : {};
    const answer = { trajectory: 'voorbeeld', round: ROUND, body: AA, outcome, on: '2026-02-17', ...newDate };
    return recordDecision(store, answer, '2026-02-17T06:29:00.000Z', CLERK);
  };

  test('from the next watch on', async () => {
    const aa = await silentAa();
    await answers(aa, 'adopted');
    expect(await aa.remind('2026-02-17')).toEqual({ sent: 0, failed: 0 });
  });

  test.each(['adopted', 'deferred'] as const)(
    'not even when it has %s after the watch had seen its request open',
    async (outcome) => {
      const aa = await silentAa();
      aa.store.before('claimMail', () => answers(aa, outcome));
      expect(await aa.remind('2026-02-17')).toEqual({ sent: 0, failed: 0 });
      expect(aa.told()).toEqual([]);
    },
  );
});
