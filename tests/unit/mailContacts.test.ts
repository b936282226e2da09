import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { dueTermsOf } from '../../functions/domain/agenda/dueTerms.ts';
import type { Contact } from '../../functions/domain/contacts/contact.ts';
import { composeMail } from '../../functions/domain/mails/compose.ts';
import type { MailMatter } from '../../functions/domain/mails/mailMatter.ts';
import type { MailReason } from '../../functions/domain/mails/owedMails.ts';
import type { BodyCalendar } from '../../functions/domain/meetings/calendar.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { readTiming } from '../../functions/operations/readTiming.ts';
import { sendOwedMails } from '../../functions/operations/sendMails.ts';
import { sendReminders } from '../../functions/operations/sendReminders.ts';
import {
  asked,
  COLLEGES,
  createClock,
  createMailbox,
  decidedRow,
  examplePlan,
  LATER,
  requestRow,
  roundRow,
} from './exampleRecord.ts';
import { toTell } from './goOn.ts';
import { referenceDataWith } from './memoryReferenceData.ts';
import { messagesOf } from './messagesOf.ts';

const PLAN = examplePlan();
const secretary = (name: string, more: Partial<Contact> = {}): Contact => ({
  body: COLLEGES[0],
  role: 'secretary',
  name,
  mail: `${name}@aa.example`,
  replacements: [],
  ...more,
});
const CONTACTS = [
  secretary('eerste'),
  secretary('tweede', { until: '2026-02-28' }),
  secretary('opvolger', { from: '2026-03-01' }),
  secretary('wethouder', { role: 'portfolio-holder' }),
];
const CALENDAR: BodyCalendar = {
  body: COLLEGES[0],
  meetings: [{ day: '2026-03-10', papersBy: '2026-02-24' }],
  recesses: [{ from: '2026-03-11', until: '2026-04-30', name: 'het reces' }],
  facts: [],
};
const composeAll = (reason: MailReason, given: Partial<MailMatter> = {}) => {
  const terms = dueTermsOf(PLAN, 1, { calendars: new Map([[CALENDAR.body, CALENDAR]]), version: 3 });
  const matter = {
    plan: PLAN,
    round: roundRow(),
    requests: [],
    contacts: CONTACTS,
    terms,
    leavesAt: LATER,
    ...given,
  };
  return messagesOf(reason, matter).map((message) => composeMail(message, matter));
};
const compose = (reason: MailReason, given: Partial<MailMatter> = {}) => composeAll(reason, given)[0]!;
const toAll = (reason: MailReason, given: Partial<MailMatter> = {}) =>
  composeAll(reason, given).map(({ to }) => to);
const ask = (body: string = COLLEGES[0]): MailReason => ({
  kind: 'asked',
  key: 'asked',
  request: requestRow(body),
});
const eventsIn = (content: string) =>
  new ICAL.Component(ICAL.parse(content) as [string, unknown[], unknown[]])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('who gets a mail', () => {
  // Guards: functions/domain/mails/askedPeople.ts: `whoAnswersFor(plan, contacts, request.body, day)`.
  test('a request goes to every secretary of that day, each in a message of their own, and to nobody else', () => {
    expect(toAll(ask())).toEqual([['eerste@aa.example'], ['tweede@aa.example']]);
    expect(toAll(ask(), { leavesAt: '2026-03-02T09:00:00.000Z' })).toEqual([
      ['eerste@aa.example'],
      ['opvolger@aa.example'],
    ]);
  });
  test('in a simulation the day it was asked is the day', () => {
    expect(toAll(ask(), { leavesAt: undefined })).toContainEqual(['tweede@aa.example']);
  });
  test('without contacts the address of the plan gets it', () => {
    expect(toAll(ask(COLLEGES[1]))).toEqual([['college@bee.example']]);
  });
  // Guards: functions/domain/mails/askedPeople.ts: `known.length > 0 ? known`: nobody would count as told.
  test('a request of a body that the plan no longer has goes to the project lead', () => {
    const request = { ...requestRow(COLLEGES[0]), body: 'GM0009/college' };
    expect(toAll({ kind: 'asked', key: 'asked', request })).toEqual([['lead@regio.example']]);
  });
  test('what was decided goes to the lead and the same people of the others', () => {
    const request = decidedRow(COLLEGES[1]);
    const { to } = compose({ kind: 'decided', key: 'decided-x', request }, { requests: [request] });
    expect(to.slice(0, 3)).toEqual(['lead@regio.example', 'eerste@aa.example', 'tweede@aa.example']);
    expect(to).not.toContain('college@aa.example');
    expect(to).not.toContain('college@bee.example');
  });
  test('of a withdrawn round the bodies that were asked', () => {
    const { to } = compose({ kind: 'withdrawn', key: 'withdrawn' }, { requests: [requestRow(COLLEGES[0])] });
    expect(to).toEqual(['lead@regio.example', 'eerste@aa.example', 'tweede@aa.example']);
  });
});

describe('a request', () => {
  test('says by when, at which meeting, when papers are due, and why it is that day', () => {
    const { text, html } = compose(ask());
    expect(text).toMatch(/Stukken uiterlijk: +24 februari 2026/);
    expect(text).toMatch(/Vergadering: +10 maart 2026/);
    expect(text).toMatch(/Uiterlijk: +10 maart 2026/);
    expect(text).toContain('Over deze datum: 31 maart 2026 valt in het reces van College Aa.');
    expect(html).toContain('31 maart 2026 valt in het reces van College Aa');
  });
  test('calls a day that is only assumed no meeting', () => {
    expect(compose(ask(COLLEGES[1])).text).not.toContain('Vergadering:');
  });
  test('carries its days, under a uid that stays', () => {
    const [file] = compose(ask()).attachments ?? [];
    expect(file).toMatchObject({ contentType: 'text/calendar; charset=utf-8; method=PUBLISH' });
    expect(file?.content).toContain('DTSTAMP:20260202T090000Z');
    expect(
      eventsIn(String(file?.content)).map(({ uid, startDate, sequence }) => [
        uid,
        String(startDate),
        sequence,
      ]),
    ).toEqual([
      ['voorbeeld/main.r1/GM0001/college/papers@besluitketen', '2026-02-24', 4],
      ['voorbeeld/main.r1/GM0001/college/meeting@besluitketen', '2026-03-10', 4],
    ]);
  });
  test('names the feed of its body, where there is one', () => {
    const mail = compose(ask(), { agendaOf: (body) => `https://portaal.example/agenda/${body}.ics` });
    expect(mail.text).toContain('https://portaal.example/agenda/GM0001/college.ics');
    expect(compose(ask()).text).not.toContain('/agenda/');
  });
});

test('sending reads the calendars only when a request is owed, and nothing when nothing is', async () => {
  const running = await asked();
  const reads: string[] = [];
  const reference = await referenceDataWith({ contacts: CONTACTS });
  const counted: ReferenceData = {
    ...reference,
    contacts: (scope) => {
      reads.push('contacts');
      return reference.contacts(scope);
    },
    calendars: (scope) => {
      reads.push('calendars');
      return reference.calendars(scope);
    },
  };
  const mailbox = createMailbox();
  const deps = { store: running.store, reference: counted, sender: mailbox, now: createClock().now };
  await sendOwedMails(deps, await toTell(running));
  expect(reads.splice(0)).toEqual(['contacts', 'calendars']);
  expect(mailbox.sent.map(({ to }) => to)).toEqual([
    ['eerste@aa.example'],
    ['tweede@aa.example'],
    ['college@bee.example'],
  ]);
  await sendOwedMails(deps, await toTell(running));
  expect(reads.splice(0)).toEqual([]);
  await running.decide(COLLEGES[0]);
  await sendOwedMails(deps, await toTell(running));
  expect(reads).toEqual(['contacts']);
});

test('a reminder of requests carries their days, as the request did; one of tasks carries none', async () => {
  const running = await asked();
  const reference = await referenceDataWith({ contacts: CONTACTS });
  const at = '2026-03-03T08:00:00.000Z';
  const trajectory = (await running.store.trajectory('voorbeeld'))!;
  const timing = await readTiming(running.store, reference, trajectory, '2026-03-03');
  const mailbox = createMailbox();
  const deps = { store: running.store, sender: mailbox, now: createClock(at).now };
  await sendReminders(deps, 'voorbeeld', timing, at);
  const [mail] = mailbox.sent.filter(({ to }) => to[0] === 'eerste@aa.example');
  const events = eventsIn(String(mail?.attachments?.[0]?.content));
  expect(events.map(({ uid }) => uid)).toContain('voorbeeld/main.r1/GM0001/college/meeting@besluitketen');
});

describe('in the language of each', () => {
  const inFrisian = [secretary('eerste', { language: 'fy' }), secretary('tweede')];
  const sendTo = async (contacts: readonly Contact[], decide = false) => {
    const running = await asked();
    const mailbox = createMailbox();
    const { now } = createClock();
    const reference = await referenceDataWith({ contacts });
    const send = async () =>
      sendOwedMails({ store: running.store, reference, sender: mailbox, now }, await toTell(running));
    await send();
    if (decide) {
      mailbox.sent.length = 0;
      await running.decide(COLLEGES[1]);
      await send();
    }
    return mailbox.sent;
  };

  // Guards: functions/domain/mails/askedPeople.ts: `person.language`.
  test('two who answer for a body are asked each in theirs', async () => {
    const subjects = (await sendTo(inFrisian)).map(({ to, subject }) => [to[0], subject] as const);
    expect(new Map(subjects).get('eerste@aa.example')).toMatch(/^College Aa: fersyk om in beslút/);
    expect(new Map(subjects).get('tweede@aa.example')).toMatch(/^College Aa: verzoek om een besluit/);
  });

  test('a decision is told to all in one message, with one claim, in Dutch and Frisian', async () => {
    const sent = await sendTo(inFrisian, true);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.to).toContain('eerste@aa.example');
    expect(sent[0]!.text).toMatch(/heeft over "Hoofdronde" geantwoord[\s\S]*hat oer "Hoofdronde" antwurde/);
  });
});
