import { describe, expect, test } from 'vitest';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { listMails, showMail } from '../../functions/operations/listMails.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { asked, CLERK, COLLEGES, createMailbox, LATER, ROUND, type Running } from './exampleRecord.ts';
import { mailSources, tell } from './goOn.ts';

const AT = '2026-02-04T09:00:00.000Z';
/** Without the reminders that are still to come: those are tests/unit/listReminders.test.ts. */
const list = async (running: Running) =>
  (await listMails(mailSources(running), 'voorbeeld')).filter(({ status }) => status !== 'planned');
const subjects = async (running: Running, status: string) =>
  (await list(running)).filter((mail) => mail.status === status).map(({ subject }) => subject);

/** A college that deferred, adopted, and whose entry was then corrected; each was told. */
async function changedItsMind(): Promise<Running> {
  const running = await asked();
  const answer = { trajectory: 'voorbeeld', round: ROUND, body: COLLEGES[0], on: '2026-02-02' } as const;
  const deferred = { ...answer, outcome: 'deferred' as const, newDate: '2026-02-03', note: 'Nog niet rijp' };
  await recordDecision(running.store, deferred, LATER, CLERK);
  await tell(running, createMailbox());
  await recordDecision(running.store, { ...answer, outcome: 'adopted', reference: 'O26.001' }, AT, CLERK);
  await tell(running, createMailbox());
  await correctDecision(running.store, { ...answer, outcome: 'rejected', reason: 'Vergissing' }, AT, CLERK);
  return running;
}

describe('the list of mails', () => {
  test('shows what will be sent before it goes, as it will be sent', async () => {
    const running = await asked();
    const listed = await list(running);
    expect(listed.map(({ status, to }) => [status, ...to])).toEqual([
      ['to-send', 'college@aa.example'],
      ['to-send', 'college@bee.example'],
    ]);
    const mailbox = createMailbox();
    await tell(running, mailbox);
    for (const [index, { to, replyTo, subject, text, html }] of listed.entries()) {
      expect(mailbox.sent[index]).toMatchObject({ to, replyTo, subject, text, html });
    }
  });

  test('shows what was sent, when, and what is still to go first', async () => {
    const running = await asked();
    await tell(running, createMailbox());
    await running.decide(COLLEGES[0]);
    expect((await list(running)).map(({ kind, status, sentAt }) => [kind, status, sentAt])).toEqual([
      ['decided', 'to-send', null],
      ['asked', 'sent', LATER],
      ['asked', 'sent', LATER],
    ]);
  });

  test('shows a refused mail with its reason and its attempts', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    mailbox.fails = ['refused'];
    await tell(running, mailbox);
    const failed = (await list(running)).filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([
      { attempts: 1, error: expect.stringContaining('suppression'), sentAt: null },
    ]);
  });

  test('leaves out a mail that was never sent and is not owed any more', async () => {
    const running = await asked();
    const mailbox = createMailbox();
    mailbox.fails = ['refused'];
    await tell(running, mailbox);
    await running.decide(COLLEGES[0]);
    expect((await list(running)).map(({ reference }) => reference)).not.toContain(
      `voorbeeld/${ROUND}/${COLLEGES[0]}/asked`,
    );
  });

  test('changes nothing', async () => {
    const running = await changedItsMind();
    const before = running.store.snapshot();
    await list(running);
    expect(running.store.snapshot()).toEqual(before);
  });

  test('of a trajectory that does not exist is refused', async () => {
    await expect(listMails(mailSources(await asked()), 'onbekend')).rejects.toMatchObject({
      code: 'UNKNOWN_TRAJECTORY',
    });
  });
});

describe('an earlier answer', () => {
  // The guards are `asItWas` of the deferrals and of the corrections in answersOf.
  test('is listed as it was told, beside what replaced it', async () => {
    const running = await changedItsMind();
    expect(await subjects(running, 'to-send')).toEqual([
      'College Aa: gecorrigeerd, verworpen op 2 februari 2026 – Hoofdronde',
    ]);
    expect(
      (await subjects(running, 'sent')).filter((subject) => subject.startsWith('College Aa: a')),
    ).toEqual([
      'College Aa: aangehouden op 2 februari 2026 – Hoofdronde',
      'College Aa: aangenomen op 2 februari 2026 – Hoofdronde',
    ]);
  });

  test('is shown with its own date, reference and note', async () => {
    const running = await changedItsMind();
    const texts = (await list(running)).map(({ subject, text }) => [subject.split(' op ')[0], text] as const);
    const of = (subject: string) => new Map(texts).get(subject);
    expect(of('College Aa: aangehouden')).toMatch(/Nieuwe datum: +3 februari 2026/);
    expect(of('College Aa: aangehouden')).toMatch(/Opmerking: +Nog niet rijp/);
    expect(of('College Aa: aangehouden')).not.toContain('O26.001');
    expect(of('College Aa: aangenomen')).toMatch(/Kenmerk: +O26\.001/);
    expect(of('College Aa: aangenomen')).not.toContain('Eerder vastgelegd');
    expect(of('College Aa: gecorrigeerd, verworpen')).not.toContain('O26.001');
  });
});

describe('one mail', () => {
  test('is shown by the reference that stands in it', async () => {
    const running = await asked();
    const reference = `voorbeeld/${ROUND}/${COLLEGES[0]}/asked`;
    const mail = await showMail(mailSources(running), 'voorbeeld', reference);
    expect(mail).toMatchObject({ reference, status: 'to-send', to: ['college@aa.example'] });
    expect(mail.text).toContain(`Berichtkenmerk: ${reference}`);
  });

  test('has a reference of its own, whatever happened', async () => {
    const references = (await list(await changedItsMind())).map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
  });

  test('that nobody knows is refused, with what to do', async () => {
    const sources = mailSources(await asked());
    await expect(showMail(sources, 'voorbeeld', 'iets')).rejects.toMatchObject({
      code: 'UNKNOWN_MAIL',
      message: expect.stringContaining('mail list voorbeeld'),
    });
  });

  // Invariant 4. The guard is that compose.ts never reads `token`.
  test('holds no task token', async () => {
    const running = await changedItsMind();
    const tokens = (await running.requests()).flatMap(({ token }) => token ?? []);
    expect(tokens).toHaveLength(2);
    for (const token of tokens) expect(JSON.stringify(await list(running))).not.toContain(token);
  });
});
