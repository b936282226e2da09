import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { importCalendars } from '../../functions/operations/importCalendars.ts';
import { importContacts } from '../../functions/operations/importContacts.ts';
import type { ReferenceData } from '../../functions/operations/ports.ts';
import { asked, type Running } from './exampleRecord.ts';
import { createMemoryReferenceData, IMPORTED } from './memoryReferenceData.ts';
import { createMemoryStore } from './memoryStore.ts';
import { memoryForms, NOW, signedInOn } from './portalForms.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const CONTACTS = '/beheer/contacten';
const CALENDARS = '/beheer/kalenders';
const HEADER = 'body,role,name,mail,from,until,replacement,replacementMail,replacementFrom,replacementUntil';
const ANNA = 'rac,secretary,Anna,anna@regio.example,,,Piet,piet@regio.example,2026-08-01,2026-08-21';
const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\n')}\n`;
const person = (name: string, body = 'rac') => ({
  body,
  role: 'secretary' as const,
  name,
  mail: `${name.toLowerCase()}@regio.example`,
  replacements: [],
});
const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//NL',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20260519',
  'SUMMARY:Raadsvergadering',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

let running: Running;
let reference: ReferenceData;
beforeEach(async () => {
  running = await asked();
  reference = createMemoryReferenceData();
});

const browserOf = (store = running.store) =>
  signedInOn(store, memoryForms(), [ADMINISTRATOR], 'A. Beheerder', { reference });
type Browser = Awaited<ReturnType<typeof browserOf>>;
const checked = (browser: Browser, page: string, tekst: string, more: Record<string, string> = {}) =>
  browser.send(page, { stap: 'controleren', tekst, ...more });
/** A browser sends the end of a line as two signs, whatever stood in the page. */
const confirmed = (browser: Browser, page: string, { hidden }: { hidden: Record<string, string> }) =>
  browser.send(page, { ...hidden, tekst: hidden.tekst!.replaceAll('\n', '\r\n'), stap: 'doorvoeren' });
const names = async () => (await reference.contacts('real')).contacts.map(({ name }) => name).sort();

describe('contacts', () => {
  test('of nobody are said to be none; each body is there, and the file can be given', async () => {
    const browser = await browserOf();
    expect((await browser.open('/beheer')).html).toContain(`href="${CONTACTS}"`);
    const { words, html } = await browser.open(CONTACTS);
    expect(words).toContain('Er is nog geen contactpersoon ingelezen.');
    expect(words).toMatch(/College Aa nog niets ingelezen.*Raad Bee.*Commissie/);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).not.toContain('terugdraaien');
  });

  test('are not asked for where there is no trajectory', async () => {
    const { words, html } = await (await browserOf(createMemoryStore())).open(CONTACTS);
    expect(words).toContain('Er loopt nog geen traject');
    expect(html).not.toContain('<textarea');
  });

  test('are shown per body with address, role, term and who stands in, as text', async () => {
    const replacement = { name: 'Piet', mail: 'piet@x.example', from: '2026-08-01', until: '2026-08-21' };
    const given = { ...person('Anna'), name: '<b>Anna</b>', from: '2026-05-01', replacements: [replacement] };
    await importContacts(reference, 'real', [given], IMPORTED);
    const { words, html } = await (await browserOf()).open(CONTACTS);
    expect(words).toMatch(/Commissie ingelezen op 11 mei 2026 door griffier uit rooster.csv/);
    expect(words).toMatch(
      /anna@regio.example.*secretaris of griffier.*vanaf 1 mei 2026.*Piet \(piet@x.example\)/,
    );
    expect(html).not.toContain('<b>');
  });

  test('of a file are told first, and counted from the confirmation on, in the name of who is signed in', async () => {
    await importContacts(reference, 'real', [person('Bea'), person('Cor', 'GM0001/college')], IMPORTED);
    const browser = await browserOf();
    const file = new File([`${HEADER}\r\n${ANNA}\r\n`], 'map\\griffie.csv');
    const preview = await browser.upload(CONTACTS, { stap: 'controleren' }, file);
    expect(preview.status).toBe(200);
    expect(preview.words).toMatch(/Commissie Erbij Anna, .*vervangen door Piet.* Weg Bea, secretaris/);
    expect(preview.words).not.toContain('Cor');
    expect(await names()).toEqual(['Bea', 'Cor']);
    expect((await confirmed(browser, CONTACTS, preview)).words).toContain('Ingelezen');
    const { contacts, imported, version } = await reference.contacts('real');
    expect([version, contacts.map(({ name }) => name).sort()]).toEqual([2, ['Anna', 'Cor']]);
    expect(imported.get('rac')).toEqual({ at: NOW, by: 'A. Beheerder', file: 'griffie.csv' });
    expect(imported.get('GM0001/college')).toEqual(IMPORTED);
    expect(browser.log.at(-1)).toMatchObject({ message: 'an import was made', fields: { what: 'contacts' } });
    expect(JSON.stringify(browser.log)).not.toMatch(/@|Beheerder|Anna/);
  });

  test('that were pasted are taken alike, with windows line ends or not', async () => {
    const browser = await browserOf();
    const preview = await checked(browser, CONTACTS, csv(ANNA).replaceAll('\n', '\r\n'));
    await confirmed(browser, CONTACTS, preview);
    expect((await reference.contacts('real')).imported.get('rac')?.file).toBe('(geplakt)');
  });

  test('of a file in windows-1252 keep their names', async () => {
    const browser = await browserOf();
    const bytes = Buffer.from(csv(ANNA.replace('Anna', 'Ñynke Ú')), 'latin1');
    const preview = await browser.upload(CONTACTS, { stap: 'controleren' }, new File([bytes], 'a.csv'));
    await confirmed(browser, CONTACTS, preview);
    expect(await names()).toEqual(['Ñynke Ú']);
  });

  test('that are wrong are told all at once, with lines and remedies; the file is there to be mended', async () => {
    const browser = await browserOf();
    const wrong = csv('raad,secretary,Anna,anna@regio.example,,,,,,', 'rac,baas,<b>,geen-adres,,,,,,');
    const page = await browser.upload(
      CONTACTS,
      { stap: 'controleren', tekst: 'iets anders' },
      new File([wrong], 'a.csv'),
    );
    expect(page.status).toBe(422);
    expect(page.words).toContain('3 fouten');
    expect(page.words).toMatch(
      /Regel 2 : het orgaan .*raad.* komt in geen lopend traject voor; kies uit GM0001/,
    );
    expect(page.words).toMatch(/Regel 3 : .*is geen rol; kies uit secretary, portfolio-holder/);
    expect(page.words).toMatch(/Regel 3 : .*is geen e-mailadres/);
    expect(page.html).toContain('anna@regio.example,,,,,,\nrac,baas,&lt;b&gt;');
    expect(page.html).not.toContain('<b>');
    expect(page.hidden.naam).toBe('a.csv');
    expect(await names()).toEqual([]);
  });

  test.each([
    ['nothing at all', '', 'het bestand is leeg'],
    ['something else', '%PDF-1.7\u0000\u0001', 'een teken dat geen tekst is'],
    ['more than is taken here', 'x'.repeat(500_001), 'groter dan 0,5 MB'],
  ])('in a file with %s say so', async (_what, text, said) => {
    const browser = await browserOf();
    const file = new File([text], 'a.csv');
    const page = await browser.upload(CONTACTS, { stap: 'controleren' }, file);
    expect([page.status, page.words]).toEqual([422, expect.stringContaining(said)]);
  });

  test('that are there already are said to be', async () => {
    await importContacts(reference, 'real', [person('Bea')], IMPORTED);
    const browser = await browserOf();
    const page = await checked(browser, CONTACTS, csv('rac,secretary,Bea,bea@regio.example,,,,,,'));
    expect([page.status, page.words]).toEqual([422, expect.stringContaining('Dit staat er allemaal al')]);
  });

  test('and changing the file first gives it back', async () => {
    const browser = await browserOf();
    const { hidden } = await checked(browser, CONTACTS, csv(ANNA));
    const page = await browser.send(CONTACTS, { ...hidden, stap: 'wijzigen' });
    expect(page.html).toContain(`${ANNA}\n</textarea>`);
  });

  // Guards: importRoutes.tsx: tokens.holds.
  test.each([
    ['another file than was looked at', { tekst: csv(ANNA.replace('Anna', 'Dik')) }],
    ['no look', { bewijs: '' }],
  ])('with %s are shown first', async (_what, changes) => {
    const browser = await browserOf();
    const { hidden } = await checked(browser, CONTACTS, csv(ANNA));
    const page = await browser.send(CONTACTS, { ...hidden, ...changes, stap: 'doorvoeren' });
    expect([page.status, page.words]).toEqual([409, expect.stringContaining('Kijk na wat er nu verandert')]);
    expect(await names()).toEqual([]);
    await confirmed(browser, CONTACTS, page);
    expect(await names()).toHaveLength(1);
  });

  // Guards: importRoutes.tsx: standing.version in content.
  test('are shown again when somebody else imported meanwhile', async () => {
    const browser = await browserOf();
    const preview = await checked(browser, CONTACTS, csv(ANNA));
    await importContacts(reference, 'real', [person('Bea')], IMPORTED);
    const page = await confirmed(browser, CONTACTS, preview);
    expect([page.status, page.words]).toEqual([409, expect.stringContaining('Weg Bea')]);
    expect(await names()).toEqual(['Bea']);
  });

  test('confirmed twice have no second effect', async () => {
    const browser = await browserOf();
    const preview = await checked(browser, CONTACTS, csv(ANNA));
    await confirmed(browser, CONTACTS, preview);
    expect((await confirmed(browser, CONTACTS, preview)).words).toContain('Dit staat er allemaal al');
    expect(await reference.contacts('real')).toMatchObject({ version: 1 });
  });

  test('that are sent after the session is over are not lost, but for a file', async () => {
    const browser = await browserOf();
    browser.setCookie('__Host-sessie', '');
    const fields = { stap: 'controleren', tekst: csv(ANNA) };
    const page = await browser.upload(CONTACTS, fields, new File(['x'], 'a.csv'));
    expect([page.status, page.hidden.tekst]).toEqual([401, csv(ANNA).replaceAll('\n', '\r\n')]);
    expect(page.words).toContain('Een bestand gaat niet mee');
    expect((await browser.send(CONTACTS, fields)).words).not.toContain('Een bestand');
  });

  test('with a form that is not of this session change nothing', async () => {
    const browser = await browserOf();
    const { hidden } = await checked(browser, CONTACTS, csv(ANNA));
    const fields = { ...hidden, stap: 'doorvoeren', formToken: 'x'.repeat(22) };
    expect((await browser.send(CONTACTS, fields)).status).toBe(403);
    expect((await browser.upload(CONTACTS, fields, new File([csv(ANNA)], 'a.csv'))).status).toBe(403);
    expect(await names()).toEqual([]);
  });
});

describe('undoing the last import', () => {
  const UNDO = `${CONTACTS}/terugdraaien`;

  test('tells what comes back, and brings it back, in the name of who is signed in', async () => {
    await importContacts(reference, 'real', [person('Anna')], IMPORTED);
    await importContacts(reference, 'real', [person('Bea'), person('Cor', 'GM0001/college')], IMPORTED);
    const browser = await browserOf();
    expect((await browser.open(CONTACTS)).html).toContain(`href="${UNDO}"`);
    const page = await browser.open(UNDO);
    expect(page.words).toMatch(/College Aa Weg Cor.*Commissie Erbij Anna.*Weg Bea/);
    expect(await names()).toEqual(['Bea', 'Cor']);
    expect((await browser.send(UNDO, page.hidden)).words).toContain('Teruggedraaid');
    expect(await names()).toEqual(['Anna']);
    expect(browser.log.at(-1)).toMatchObject({ message: 'an import was undone' });
  });

  // Guards: undoImport.ts: seen === version. Without it a form sent twice would undo the undoing.
  test('twice with one form undoes once', async () => {
    await importContacts(reference, 'real', [person('Anna')], IMPORTED);
    const browser = await browserOf();
    const { hidden } = await browser.open(UNDO);
    await browser.send(UNDO, hidden);
    const again = await browser.send(UNDO, hidden);
    expect([again.status, again.words]).toEqual([
      409,
      expect.stringContaining('inmiddels iets anders ingelezen'),
    ]);
    expect(await names()).toEqual([]);
  });

  test('of nothing says so', async () => {
    const browser = await browserOf();
    const page = await browser.open(UNDO);
    expect(page.words).toContain('er valt niets terug te draaien');
    expect((await browser.send(UNDO, { gezien: '1' })).status).toBe(409);
    expect((await browser.send(UNDO, { gezien: '' })).status).toBe(400);
  });
});

describe('calendars', () => {
  const rac = {
    body: 'rac',
    meetings: [{ day: '2026-01-13' }, { day: '2026-05-12', papersBy: '2026-05-01' }],
    recesses: [{ from: '2026-01-30', until: '2026-02-08', name: 'voorjaarsreces' }],
    facts: [{ day: '2026-03-18', kind: 'election' as const, name: 'verkiezing' }],
  };

  test('are shown per body, what is coming first and what is over folded, with the holidays', async () => {
    await importCalendars(reference, 'real', new Map([['rac', rac]]), IMPORTED);
    const { words } = await (await browserOf()).open(CALENDARS);
    expect(words).toMatch(
      /Commissie .*voorjaarsreces.*verkiezing op 18 maart 2026.*vergadering op 12 mei 2026, stukken uiterlijk 1 mei 2026.*Voorbij \(1\) van Commissie vergadering op 13 januari 2026/,
    );
    expect(words).toMatch(/Nog geen rooster ingelezen van: College Aa, Raad Aa, .*geldt elke werkdag/);
    expect(words).toMatch(/Algemene termijnenwet.*3 april 2026 , Goede Vrijdag.*26 december 2027/);
    expect(words).not.toContain('1 januari 2026');
  });

  test('in a CSV file are told first, and count from the confirmation on', async () => {
    await importCalendars(reference, 'real', new Map([['rac', rac]]), IMPORTED);
    const browser = await browserOf();
    const text = 'body;kind;from;until\nrac;meeting;2026-05-12;\nrac;recess;2026-07-10;2026-08-23\n';
    const preview = await checked(browser, CALENDARS, text);
    expect(preview.words).toMatch(
      /Erbij reces van 10 juli 2026.*Anders Was: vergadering op 12 mei 2026, stukken.*Wordt: vergadering op 12 mei 2026 Weg vergadering op 13 januari/,
    );
    await confirmed(browser, CALENDARS, preview);
    const { calendars, imported } = await reference.calendars('real');
    expect(calendars.get('rac')?.recesses).toEqual([
      { from: '2026-07-10', until: '2026-08-23', name: 'reces' },
    ]);
    expect(imported.get('rac')).toEqual({ at: NOW, by: 'A. Beheerder', file: '(geplakt)' });
  });

  test('of an agenda are of the body that it names, or that is chosen', async () => {
    const browser = await browserOf();
    const nobody = await checked(browser, CALENDARS, ICS);
    expect([nobody.status, nobody.words]).toEqual([
      422,
      expect.stringContaining('niet van welk orgaan het is'),
    ]);
    const file = new File([ICS], 'raad.ics', { type: 'text/calendar' });
    const fields = { stap: 'controleren', orgaan: 'GM0001/council' };
    const preview = await browser.upload(CALENDARS, fields, file);
    expect(preview.words).toMatch(/Raad Aa Erbij vergadering op 19 mei 2026/);
    await confirmed(browser, CALENDARS, preview);
    expect((await reference.calendars('real')).calendars.get('GM0001/council')?.meetings).toEqual([
      { day: '2026-05-19' },
    ]);
  });

  test('of a body that does not exist are refused, and a choice that does not go with the file too', async () => {
    const browser = await browserOf();
    const unknown = await checked(browser, CALENDARS, ICS, { orgaan: 'GM9999/council' });
    expect([unknown.status, unknown.words]).toEqual([
      422,
      expect.stringContaining('komt in geen lopend traject voor'),
    ]);
    const twice = await checked(browser, CALENDARS, 'body,kind,from\nrac,meeting,2026-05-12', {
      orgaan: 'rac',
    });
    expect([twice.status, twice.words]).toEqual([
      422,
      expect.stringContaining('een CSV noemt zelf zijn organen'),
    ]);
    expect(twice.html).toMatch(/<option value="rac" selected=""/);
  });

  test('are undone as contacts are', async () => {
    await importCalendars(reference, 'real', new Map([['rac', rac]]), IMPORTED);
    const browser = await browserOf();
    const page = await browser.open(`${CALENDARS}/terugdraaien`);
    expect(page.words).toMatch(/Commissie Weg vergadering op 13 januari 2026/);
    await browser.send(`${CALENDARS}/terugdraaien`, page.hidden);
    expect((await reference.calendars('real')).calendars.size).toBe(0);
  });
});
