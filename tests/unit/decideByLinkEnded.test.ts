import { describe, expect, test } from 'vitest';
import { hashOfLink } from '../../functions/domain/links/link.ts';
import { VALID_DAYS } from '../../functions/domain/links/standing.ts';
import { decideByLink } from '../../functions/operations/links/decideByLink.ts';
import { readLink } from '../../functions/operations/links/readLink.ts';
import { withdrawRound } from '../../functions/operations/withdrawRound.ts';
import { ADOPTED, deciding } from './deciding.ts';
import { CLERK, COLLEGES, LATER, ROUND } from './exampleRecord.ts';
import { idIn } from './memoryLinks.ts';
import { contact } from './reminding.ts';

const [AA] = COLLEGES;
const OFFER = 'Mail mij een nieuwe link';

describe('a link that was used', () => {
  test('shows what is on record and how it can be corrected, and takes no other answer', async () => {
    const { browser, row } = await deciding();
    await browser().record();
    const here = browser();
    const { status, words } = await here.get();
    expect(status).toBe(200);
    expect(words).toContain('Deze link is gebruikt');
    expect(words).toMatch(/Uitkomst Aangenomen .* Nummer \w{12}/);
    expect(words).toContain('om een correctie');
    expect(words).not.toContain('Bekijk wat wordt vastgelegd');
    await here.post({ stap: 'bekijken', ...ADOPTED, uitkomst: 'rejected' });
    await here.post({ stap: 'vastleggen', ...ADOPTED, uitkomst: 'rejected' });
    expect(await row()).toMatchObject({ outcome: 'adopted' });
  });

  test('offers a new one only when the body is asked something else by now', async () => {
    const { browser } = await deciding();
    await browser().record();
    expect((await browser().get()).words).not.toContain(OFFER);
  });
});

test('a request that was answered along another way says so', async () => {
  const { browser, decide } = await deciding();
  await decide(AA, 'rejected');
  const { words } = await browser().get();
  expect(words).toContain('Er is al geantwoord');
  expect(words).toMatch(/Uitkomst Verworpen/);
});

test('a round that was withdrawn says why, and takes no answer', async () => {
  const { browser, store, row, newLink } = await deciding();
  const here = browser();
  await here.get();
  await here.post({ stap: 'bekijken', ...ADOPTED });
  await withdrawRound(store, 'voorbeeld', ROUND, 'Er komt een ander voorstel', LATER, CLERK);
  expect((await here.post({ stap: 'vastleggen' })).status).toBe(410);
  const { status, words } = await browser(await newLink()).get();
  expect(status).toBe(410);
  expect(words).toContain('Dit verzoek is gesloten');
  expect(words).toContain('Er komt een ander voorstel');
  expect((await row()).outcome).toBeUndefined();
});

describe('somebody who answers for the body no longer', () => {
  const CONTACTS = [contact(AA, 'opvolger@aa.example')];
  const LEFT = { person: { name: 'Vertrokken', mail: 'vertrokken@aa.example' } };

  // Guards: functions/domain/links/standing.ts: `!answering.includes(link.person.mail)`.
  test('cannot answer with an old link, nor get a new one', async () => {
    const { browser, newLink, mailbox, row } = await deciding({ contacts: CONTACTS });
    const here = browser(await newLink(LEFT));
    const { status, words } = await here.get();
    expect(status).toBe(410);
    expect(words).toContain('Deze link is niet meer van u');
    expect(words).not.toContain(OFFER);
    await here.record();
    await here.post({ stap: 'nieuwe-link' });
    expect((await row()).status).toBe('open');
    expect(mailbox.sent).toEqual([]);
  });

  // Guards: functions/domain/links/standing.ts: the order; functions/operations/links/decideByLink.ts: 'not-theirs'
  test('sees no answer either, and adds nothing to it, whatever is posted', async () => {
    const { browser, newLink, links, deps } = await deciding({ contacts: CONTACTS });
    await browser().record();
    const id = await newLink(LEFT);
    const { status, words } = await browser(id).get();
    expect(status).toBe(410);
    expect(words).not.toContain('Aangenomen');
    const view = (await readLink(deps, id))!;
    const same = { trajectory: 'voorbeeld', round: ROUND, body: AA, outcome: 'adopted' as const };
    const answer = { ...same, on: ADOPTED.datum, reference: ADOPTED.kenmerk };
    expect(await decideByLink(deps, view, answer)).toEqual({ kind: 'used-up' });
    expect((await links.link(hashOfLink(id)))?.usedAt).toBeUndefined();
  });

  test('is not the body’s own mailbox, which stays', async () => {
    const { browser, row } = await deciding({ contacts: CONTACTS });
    await browser().record();
    expect(await row()).toMatchObject({ status: 'decided' });
  });
});

describe('a link that is outdated', () => {
  async function outdated() {
    const all = await deciding();
    all.clock.later(VALID_DAYS * 86_400);
    expect((await all.browser().get()).status).toBe(200);
    all.clock.later(86_400);
    return all;
  }

  // Guards: functions/domain/links/standing.ts: `addDays(dayOf(link.createdAt), VALID_DAYS)`.
  test('takes no answer, and offers a new one by mail', async () => {
    const { browser, row } = await outdated();
    const here = browser();
    const { status, words } = await here.get();
    expect(status).toBe(410);
    expect(words).toContain('Deze link is verlopen');
    expect(words).toContain(OFFER);
    await here.record();
    expect((await row()).status).toBe('open');
  });

  // Guards: functions/operations/links/decideByLink.ts: `!known && view.standing !== 'open'`.
  test('takes none either when it became so between the two buttons', async () => {
    const { browser, clock, row } = await deciding();
    const here = browser();
    await here.get();
    await here.post({ stap: 'bekijken', ...ADOPTED });
    clock.later((VALID_DAYS + 1) * 86_400);
    expect((await here.post({ stap: 'vastleggen' })).status).toBe(410);
    expect((await row()).status).toBe('open');
  });

  // Guards: functions/operations/links/sendNewLink.ts: `person: link.person`, and composeNewLink.ts: `to: [person.mail]`.
  test('is replaced by one that goes to the same address, whatever is posted', async () => {
    const { browser, mailbox, links, row } = await outdated();
    const here = browser();
    await here.get();
    const attack = {
      mail: 'boef@evil.example',
      to: 'boef@evil.example',
      adres: 'boef@evil.example',
      person: 'boef',
    };
    const { status, words } = await here.post({ stap: 'nieuwe-link', ...attack });
    expect(status).toBe(200);
    expect(words).toContain('De nieuwe link is onderweg');
    expect(mailbox.sent.map(({ to }) => to)).toEqual([['college@aa.example']]);
    expect(JSON.stringify(mailbox.sent)).not.toContain('evil.example');
    const { text } = mailbox.sent[0]!;
    expect(links.linkIn(text)).toMatchObject({ body: AA, round: ROUND, person: { name: 'S. Secretaris' } });
    await browser(idIn(text)).record();
    expect(await row()).toMatchObject({ status: 'decided', by: 'S. Secretaris' });
  });

  test('is not replaced without the token of its page', async () => {
    const { browser, mailbox } = await outdated();
    const here = browser();
    expect((await here.post({ stap: 'nieuwe-link' })).status).toBe(403);
    await here.get();
    expect((await here.post({ stap: 'nieuwe-link', bewijs: 'A'.repeat(43) })).status).toBe(403);
    expect(mailbox.sent).toEqual([]);
  });

  // Guards: functions/operations/links/sendNewLink.ts: `deps.limit.take(person, MOST_AN_HOUR, at)`.
  test('is replaced three times an hour, not more', async () => {
    const { browser, mailbox, clock } = await outdated();
    const here = browser();
    const again = async () => {
      await here.get();
      return (await here.post({ stap: 'nieuwe-link' })).status;
    };
    expect([await again(), await again(), await again(), await again()]).toEqual([200, 200, 200, 429]);
    expect(mailbox.sent).toHaveLength(3);
    clock.later(3600);
    expect(await again()).toBe(200);
  });

  test('brings none while mails are paused, and says when SES refuses', async () => {
    const { browser, mailbox, store, clock } = await outdated();
    const here = browser();
    await here.get();
    mailbox.fails = ['refused'];
    expect((await here.post({ stap: 'nieuwe-link' })).status).toBe(503);
    const entry = { kind: 'audit', schemaVersion: 1, id: 'x', by: 'x', via: 'x', details: {} } as const;
    const what = {
      trajectory: 'voorbeeld',
      at: clock.at,
      what: 'mails-paused',
      subject: 'voorbeeld',
    } as const;
    await store.writeMailPause('voorbeeld', clock.at, { ...entry, ...what });
    await here.get();
    expect((await here.post({ stap: 'nieuwe-link' })).words).toContain('tegengehouden');
    expect(mailbox.sent).toEqual([]);
  });
});

test('a mistake is shown at its field, with what was filled in kept', async () => {
  const { browser, row } = await deciding();
  const here = browser();
  await here.get();
  const { status, html, words } = await here.post({
    stap: 'bekijken',
    uitkomst: 'deferred',
    datum: '2027-01-01',
    toelichting: 'Blijft staan',
  });
  expect(status).toBe(422);
  expect(words).toContain('Deze datum ligt in de toekomst');
  expect(html).toMatch(/<a href="#datum">Deze datum ligt in de toekomst/);
  expect(html).toMatch(/id="datum"[^>]*aria-describedby="datum-uitleg datum-fout"[^>]*aria-invalid="true"/);
  expect(html).toMatch(/id="nieuwe-datum-fout"/);
  expect(html).toMatch(/value="deferred" checked/);
  expect(html).toMatch(/<textarea[^>]*>Blijft staan/);
  expect((await row()).status).toBe('open');
});
