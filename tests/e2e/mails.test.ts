import { beforeAll, expect, test } from 'vitest';
import { type Mail, mailsOf } from './mailbox.ts';
import {
  answer,
  answerAll,
  atRest,
  COLLEGES,
  COUNCILS,
  type PlanCopy,
  startedTrajectory,
  untilAsked,
  untilRound,
} from './trajectories.ts';

// Every mail names the project lead as the one who gets the reply; the Reply-To itself is not kept by the local
// mailbox, the unit tests of composeMail look at it.

const LEAD = 'projectleider@fryslan-west.example';
const COLLEGE_ADDRESS = {
  'GM1900/college': 'college@sudwest-fryslan.example',
  'GM0072/college': 'college@harlingen.example',
  'GM1949/college': 'college@waadhoeke.example',
  'GM1940/college': 'college@de-fryske-marren.example',
} as const;
const R1 = 'process-proposal.r1';

let plan: PlanCopy;
let mails: readonly Mail[];

beforeAll(async () => {
  plan = await startedTrajectory('mails');
  await answer(plan.id, R1, 'GM0072/college', {
    on: '2025-12-09',
    at: '2025-12-09T15:00:00.000Z',
    reference: 'B&W 2025/412',
    note: 'Akkoord, <b>mits</b> de kosten & baten volgen.\nBcc: iedereen@harlingen.example',
  });
  await atRest(plan);
  await answerAll(
    plan.id,
    R1,
    COLLEGES.filter((body) => body !== 'GM0072/college'),
  );
  await untilAsked(plan.id, R1, ['rac']);
  // Who answers before the request has left gets none any more.
  await atRest(plan);
  await answer(plan.id, R1, 'rac', { outcome: 'noted' });
  await untilAsked(plan.id, R1, COUNCILS);
  await atRest(plan);
  await answerAll(plan.id, R1, COUNCILS, { outcome: 'noted' });
  await untilRound(plan.id, R1, 'is concluded', ({ status }) => status === 'concluded');
  await atRest(plan);
  mails = await mailsOf(plan.id);
});

const mailsAbout = (pattern: RegExp) => mails.filter(({ reference }) => pattern.test(reference));
const only = (found: readonly Mail[]): Mail => {
  expect(found).toHaveLength(1);
  return found[0]!;
};

test('every college gets one request, addressed to that college alone', () => {
  for (const body of COLLEGES) {
    const asked = only(mailsAbout(new RegExp(`^process-proposal\\.r1/${body}/asked$`)));
    expect(asked.to).toEqual([COLLEGE_ADDRESS[body]]);
    expect(asked.subject).toMatch(
      /^College .+: verzoek om een besluit te nemen – Procesvoorstel fase 1, uiterlijk \d+ \w+ \d{4}$/,
    );
    expect(asked.text).toContain('stilte geldt niet als instemming');
    expect(asked.text).toMatch(/Gevraagd op: +1 december 2025/);
  }
});

test('who only takes note reads until when, and what silence will mean', () => {
  const asked = only(mailsAbout(/^process-proposal\.r1\/rac\/asked$/));
  expect(asked.to).toEqual(['rac@fryslan-west.example']);
  expect(asked.text).toMatch(
    /Horen wij uiterlijk \d+ \w+ 20\d\d niets, dan leggen wij vast dat u kennis hebt genomen\./,
  );
});

test('a decision is told once, to the other bodies of the round and the project lead', () => {
  const told = only(mailsAbout(/^process-proposal\.r1\/GM0072\/college\/decided-/));
  expect(told.to).toContain(LEAD);
  expect(told.to).toContain('rac@fryslan-west.example');
  expect(told.to).toContain('griffie@harlingen.example');
  expect(told.to).not.toContain(COLLEGE_ADDRESS['GM0072/college']);
  expect(told.to).toHaveLength(9);
  expect(new Set(told.to).size).toBe(9);
});

test('it says who decided what and when, with reference and note, and who has not answered yet', () => {
  const { subject, text } = only(mailsAbout(/^process-proposal\.r1\/GM0072\/college\/decided-/));
  expect(subject).toBe('College Harlingen: aangenomen op 9 december 2025 – Procesvoorstel fase 1');
  expect(text).toMatch(/Datum: +9 december 2025/);
  expect(text).toMatch(/Kenmerk: +B&W 2025\/412/);
  expect(text).toMatch(
    /Nog niet geantwoord in deze stap:\n- College Súdwest-Fryslân\n- College Waadhoeke\n- College De Fryske Marren\n/,
  );
});

test('what a person typed stays text: no markup in the page of the mail, no address added to it', () => {
  const { html, to } = only(mailsAbout(/^process-proposal\.r1\/GM0072\/college\/decided-/));
  expect(html).toContain('&lt;b&gt;mits&lt;/b&gt; de kosten &amp; baten');
  expect(html).not.toContain('<b>mits');
  expect(to).not.toContain('iedereen@harlingen.example');
});

test('a concluded round is told once, to every body and the project lead, with all answers', () => {
  const concluded = only(mailsAbout(/^process-proposal\.r1\/concluded$/));
  expect(concluded.to).toHaveLength(10);
  expect(concluded.to).toContain(LEAD);
  expect(concluded.text).toContain('College Harlingen: aangenomen (9 december 2025)');
  expect(concluded.text).toContain('Raadsadviescommissie: kennisgenomen (16 december 2025)');
  expect(concluded.text.match(/^- /gm)).toHaveLength(9);
});

test('each mail has one reason: 9 requests, 9 decisions, 1 conclusion, and nothing twice', () => {
  expect(mailsAbout(/\/asked$/)).toHaveLength(9);
  expect(mailsAbout(/\/decided-/)).toHaveLength(9);
  expect(mails).toHaveLength(19);
  expect(new Set(mails.map(({ reference }) => reference)).size).toBe(19);
});

test('a mail comes from the confirmed sender, and says to whom a reply goes', () => {
  for (const { from, text, html } of mails) {
    expect(from).toBe('besluitketen@besluitketen.example');
    expect(text).toContain(`het komt bij ${LEAD} aan`);
    expect(html).toContain('<html lang="nl">');
  }
});
