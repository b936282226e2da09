import { describe, expect, test } from 'vitest';
import { kindOfMail } from '../../functions/cli/simulate/mailbox.ts';
import { correctDecision } from '../../functions/operations/correctDecision.ts';
import { listMails } from '../../functions/operations/listMails.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { settleRound } from '../../functions/operations/settleRound.ts';
import {
  AFTERWARDS,
  answer,
  concluded,
  PUBLIC_ON,
  revised,
  SECRETS,
  WHILE_IT_RUNS,
  weighed,
} from './embargoWorld.ts';
import { asked, CLERK, COLLEGES, createMailbox, type Mailbox, ROUND, type Running } from './exampleRecord.ts';
import { goOn, toTell } from './goOn.ts';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';

const main2 = { round: 'main.r2' };
const LEAD = 'lead@regio.example';
const textOf = (mail: Mailbox['sent'][number]) => JSON.stringify(mail);

async function tellAt(running: Running, mailbox: Mailbox, at: string, number = 1) {
  const { store } = running;
  const deps = { store, reference: NOTHING_IMPORTED, sender: mailbox, now: () => at };
  return sendOwedMails(deps as never, await toTell(running, number));
}

/** Asked mails need nobody's secret and are sent first. */
async function quiet(running: Running) {
  const mailbox = createMailbox();
  await tellAt(running, mailbox, WHILE_IT_RUNS);
  return mailbox.sent.filter(({ subject }) => !subject.includes('verzoek om'));
}

describe('while an embargo runs', () => {
  // Guards: owedMails.ts: the mail `given`; compose.ts: case 'given'.
  test('the others are told that the college answered and from when they hear what; the lead hears it all', async () => {
    const running = await asked();
    await answer(running, COLLEGES[0], { embargo: '2026-02-20', reference: SECRETS[0], note: SECRETS[1] });
    const sent = await quiet(running);
    expect(sent.map(({ subject, to }) => [subject, to.length])).toEqual([
      ['College Aa: antwoord gegeven, openbaar op 20 februari 2026 – Hoofdronde', 5],
      ['College Aa: aangenomen op 2 februari 2026 – Hoofdronde', 1],
    ]);
    expect(sent[0]?.text).toContain('antwoord gegeven, nog niet openbaar tot 20 februari 2026');
    const [request] = await running.requests();
    for (const word of [SECRETS[0], SECRETS[1], 'aangenomen', request!.decisionId!.slice(0, 12)])
      expect(textOf(sent[0]!)).not.toContain(word);
    expect(sent[1]?.to).toEqual([LEAD]);
    expect(sent[1]?.text).toContain('Niet openbaar tot: 20 februari 2026');
  });

  // Guards: keptUntil.ts: followsOnEmbargoed and isAnythingKept; owedMails.ts: isHeld, partner `!isKept`.
  test('nobody but the lead is mailed what followed from it: later answers, the end, the partners', async () => {
    const running = await concluded();
    const sent = await quiet(running);
    const others = sent.filter(({ to }) => to.join() !== LEAD);
    expect(others.map(({ subject }) => subject).sort()).toEqual([
      'College Aa: antwoord gegeven, openbaar op 20 februari 2026 – Hoofdronde',
      'College Bee: aangenomen op 2 februari 2026 – Hoofdronde',
    ]);
    expect(others.map(({ text }) => text).join()).not.toMatch(/Nog niet geantwoord in deze stap|Raad /);
    expect(sent.some(({ to, subject }) => to.join() === LEAD && subject.includes('ronde afgerond'))).toBe(
      true,
    );
  });

  // Guards: compose.ts: stillOpen, `round.stage !== answered.stage`.
  test('nor who is asked in the next step, beside an answer that is public', async () => {
    const sent = await quiet(await weighed('adopted'));
    const open = sent.find(({ subject }) => subject.startsWith('College Bee: aangenomen'));
    expect(open?.text).not.toMatch(/Nog niet geantwoord|Commissie/);
  });

  test('the organs are not told that they are divided, and the lead is', async () => {
    const sent = await quiet(await weighed('rejected'));
    const divided = sent.filter(({ subject }) => subject.includes('verdeeld'));
    expect(divided.map(({ to }) => to)).toEqual([[LEAD]]);
  });

  // Guards: settleRound.ts: owedMails of what is still to come.
  test('the round stays on the list of what is owed, and sending again sends nothing', async () => {
    const running = await concluded();
    const mailbox = createMailbox();
    await tellAt(running, mailbox, WHILE_IT_RUNS);
    const first = mailbox.sent.length;
    await tellAt(running, mailbox, WHILE_IT_RUNS);
    expect(mailbox.sent).toHaveLength(first);
    expect(await settleRound(running.store, await running.round())).toBe(false);
  });
});

describe('of a revised proposal that follows on an answer under embargo', () => {
  // Guards: sendMails.ts: isFollowing; owedMails.ts: `isFollowing ||` of answers.
  test('only the lead is mailed what a body answers in it; the others on the day', async () => {
    const running = await revised();
    await answer(running, COLLEGES[1], main2);
    const mailbox = createMailbox();
    await tellAt(running, mailbox, WHILE_IT_RUNS, 2);
    const told = mailbox.sent.filter(({ subject }) => !subject.includes('verzoek om'));
    expect(told.map(({ subject, to }) => [subject, to])).toEqual([
      ['College Bee: aangenomen op 2 februari 2026 – Hoofdronde', [LEAD]],
    ]);
    await tellAt(running, mailbox, AFTERWARDS, 2);
    expect(mailbox.sent.at(-1)?.to).toContain('griffie@aa.example');
  });

  // Guards: owedMails.ts: `isFollowing ||` of the round itself.
  test('nor are they mailed that it was divided', async () => {
    const running = await revised();
    for (const body of COLLEGES) await answer(running, body, { ...main2, outcome: 'rejected' });
    await goOn(running, 2);
    const mailbox = createMailbox();
    await tellAt(running, mailbox, WHILE_IT_RUNS, 2);
    expect(mailbox.sent.map(({ to }) => to.join())).toEqual([LEAD, LEAD, LEAD]);
    expect(mailbox.sent.at(-1)?.subject).toContain('verdeeld');
  });

  // Guards: owedMails.ts: `!follows` of the mail `given`.
  test('nor that one answered under an embargo of its own', async () => {
    const running = await revised();
    await answer(running, COLLEGES[0], { ...main2, embargo: '2026-02-25' });
    await answer(running, COLLEGES[1], { ...main2, outcome: 'rejected' });
    await goOn(running, 2);
    const mailbox = createMailbox();
    await tellAt(running, mailbox, WHILE_IT_RUNS, 2);
    expect(mailbox.sent.map(({ to }) => to.join())).toEqual([LEAD, LEAD, LEAD]);
    await tellAt(running, mailbox, AFTERWARDS, 2);
    const afterwards = mailbox.sent.slice(3);
    expect(afterwards.map(({ subject }) => subject)).toEqual([
      'College Aa: antwoord gegeven, openbaar op 25 februari 2026 – Hoofdronde',
      'College Bee: verworpen op 2 februari 2026 – Hoofdronde',
    ]);
  });

  // Guards: listMails.ts: hidden.rounds.
  test('the list of mails says that it goes to the lead', async () => {
    const running = await revised();
    await answer(running, COLLEGES[1], main2);
    const sources = { store: running.store, reference: NOTHING_IMPORTED, now: () => WHILE_IT_RUNS };
    const listed = await listMails(sources, 'voorbeeld');
    const told = listed.filter(({ reference, kind }) => reference.includes('main.r2') && kind === 'decided');
    expect(told.map(({ to }) => to)).toEqual([[LEAD]]);
  });
});

describe('of an answer that is put under embargo when everybody has been told', () => {
  // Guards: owedMails.ts: isForLead; `round.mails[kind]?.sentAt`.
  test.each(['adopted', 'rejected'] as const)(
    'nothing that was told is told to the lead again (%s)',
    async (outcome) => {
      const running = await weighed(outcome, null);
      if (outcome === 'adopted') await answer(running, 'rac', { outcome: 'noted' });
      const mailbox = createMailbox();
      await tellAt(running, mailbox, WHILE_IT_RUNS);
      const before = mailbox.sent.length;
      const moved = { ...{ trajectory: 'voorbeeld', round: ROUND, body: COLLEGES[0] }, embargo: PUBLIC_ON };
      const correction = { ...moved, outcome, on: '2026-02-02', reason: 'Was nog niet openbaar' };
      await correctDecision(running.store, correction, WHILE_IT_RUNS, CLERK);
      await tellAt(running, mailbox, WHILE_IT_RUNS);
      expect(mailbox.sent.slice(before).map(({ subject, to }) => [subject.slice(0, 25), to.length])).toEqual([
        ['College Aa: antwoord gege', 5],
        ['College Aa: gecorrigeerd,', 1],
      ]);
    },
  );
});

describe('on the day it is over', () => {
  test('everybody is told everything, once, and the round is settled', async () => {
    const running = await concluded();
    const mailbox = createMailbox();
    await tellAt(running, mailbox, WHILE_IT_RUNS);
    const before = mailbox.sent.length;
    await tellAt(running, mailbox, AFTERWARDS);
    await tellAt(running, mailbox, AFTERWARDS);
    const subjects = mailbox.sent.slice(before).map(({ subject }) => subject);
    expect(subjects.sort()).toEqual([
      'College Aa: aangenomen op 2 februari 2026 – Hoofdronde',
      'Commissie: kennisgenomen op 2 februari 2026 – Hoofdronde',
      'Hoofdronde: ronde afgerond op 2 februari 2026',
      'Raad Aa: aangenomen op 2 februari 2026 – Hoofdronde',
      'Raad Bee: aangenomen op 2 februari 2026 – Hoofdronde',
      'Voorbeeld: planning na "Hoofdronde", 2 februari 2026',
    ]);
    expect(await settleRound(running.store, await running.round())).toBe(true);
  });

  test('the list of mails has what was sent while it ran, each with a reference that gives nothing away', async () => {
    const running = await concluded();
    await quiet(running);
    const { store } = running;
    const listed = await listMails(
      { store, reference: NOTHING_IMPORTED, now: () => AFTERWARDS },
      'voorbeeld',
    );
    const given = listed.filter(({ kind }) => kind === 'given');
    expect(given.map(({ reference, status }) => [reference, status])).toEqual([
      [`voorbeeld/main.r1/${COLLEGES[0]}/given-1`, 'sent'],
    ]);
    expect(kindOfMail({ reference: 'main.r1/GM0001/college/given-1' } as never)).toBe('given');
  });
});
