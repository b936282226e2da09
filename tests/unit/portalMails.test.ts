import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { createHandler } from '../../functions/handlers/record-mail-events/handler.ts';
import { mailAddress } from '../../functions/web/mails/mailPaths.ts';
import { asked, COLLEGES, createMailbox, examplePlan, ROUND, type Running } from './exampleRecord.ts';
import { tell } from './goOn.ts';
import { bounceEvent, complaintEvent } from './mailEvents.ts';
import { type MemoryForms, memoryForms, signedInOn } from './portalForms.ts';
import { ATTACK } from './portalReading.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const LIST = '/beheer/mails';
const PAGE = `${LIST}/voorbeeld`;
const ASKED = `voorbeeld/${ROUND}/${COLLEGES[0]}/asked`;

let running: Running;
let forms: MemoryForms;
beforeEach(async () => {
  running = await asked();
  forms = memoryForms();
});

const administrator = () => signedInOn(running.store, forms, [ADMINISTRATOR], 'B. Beheerder');

test('every trajectory stands with whether its mails go', async () => {
  const browser = await administrator();
  const { html, words } = await browser.open(LIST);
  expect(html).toContain(`href="${PAGE}"`);
  expect(words).toContain('gaan uit');
  await browser.send(`${PAGE}/pauze`);
  expect((await browser.open(LIST)).words).toContain('tegengehouden');
});

describe('the mails of a trajectory', () => {
  test('that are to come say to whom, why and when', async () => {
    const { words, html } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/Nog te verzenden .*college@aa\.example .*besluitverzoek/);
    expect(words).toMatch(/herinnering/);
    expect(html).toContain(mailAddress('voorbeeld', ASKED).replaceAll('&', '&amp;'));
  });

  test('that were sent say when, to whom, and under which number', async () => {
    await tell(running, createMailbox());
    const { words } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/Verzonden .*besluitverzoek .*college@aa\.example .*2 februari 2026 om 10:00/);
    const [sent] = (await running.requests()).map(({ mails }) => mails.asked?.messageId);
    expect(sent).toBeTruthy();
    expect(words).toContain(sent);
  });

  test('that were refused say why, and that they are tried again', async () => {
    const mailbox = createMailbox();
    mailbox.fails = ['refused'];
    await tell(running, mailbox);
    expect((await (await administrator()).open(PAGE)).words).toMatch(
      /Niet gelukt .*Wordt vanzelf opnieuw geprobeerd .*college@aa\.example/,
    );
  });

  test.each(['?komend=-3', '?komend=x&verzonden=99', '?verzonden=%3Cscript%3E'])(
    'are shown whatever stands in the address: %s',
    async (query) => {
      expect((await (await administrator()).open(`${PAGE}${query}`)).status).toBe(200);
    },
  );

  test.each([`${LIST}/nergens`, `${LIST}/%zz`, `${LIST}/nergens/pauze`])(
    'that does not exist are not there: %s',
    async (address) => {
      expect((await (await administrator()).open(address)).status).toBe(404);
    },
  );
});

describe('one mail', () => {
  test('is read as its recipient reads it, without the personal link', async () => {
    const { status, words } = await (await administrator()).open(mailAddress('voorbeeld', ASKED));
    expect(status).toBe(200);
    expect(words).toMatch(/te verzenden .*college@aa\.example .*Als tekst/);
    expect(words).toContain('(persoonlijke link, alleen in het bericht zelf)');
  });

  // Guards: mailDocument.ts: the policy; portal.tsx: mailDocumentHeaders before pageHeaders.
  test('laid out is a document of its own that runs, sends and fetches nothing', async () => {
    const response = await (await administrator()).get(mailAddress('voorbeeld', ASKED, 'opgemaakt'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/^<!doctype html>/i);
  });

  test('shows what was typed, and runs nothing of it', async () => {
    running = await asked(examplePlan(['title: Voorbeeld', `title: ${JSON.stringify(ATTACK)}`]));
    const browser = await administrator();
    for (const how of ['bericht', 'opgemaakt'] as const) {
      const { status, html } = await browser.open(mailAddress('voorbeeld', ASKED, how));
      expect(status).toBe(200);
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toContain('<script>');
      expect(html).not.toContain('<img src=x');
    }
  });

  test('that does not exist is not there', async () => {
    const browser = await administrator();
    for (const how of ['bericht', 'opgemaakt'] as const) {
      expect((await browser.open(mailAddress('voorbeeld', 'voorbeeld/nergens', how))).status).toBe(404);
      expect((await browser.open(`${PAGE}/${how}`)).status).toBe(404);
    }
  });
});

describe('holding mails back', () => {
  test('asks first, and then nothing leaves until they are let go', async () => {
    const browser = await administrator();
    expect((await browser.open(`${PAGE}/pauze`)).words).toContain('Alle mails tegenhouden?');
    expect((await running.store.trajectory('voorbeeld'))?.mailsPausedAt).toBeUndefined();
    expect((await browser.send(`${PAGE}/pauze`)).words).toContain('De mails worden tegengehouden');
    const mailbox = createMailbox();
    await tell(running, mailbox);
    expect(mailbox.sent).toEqual([]);
    expect((await browser.open(PAGE)).words).toMatch(/tegengehouden sinds .*zodra de mails weer gaan/);
    expect((await browser.open(`${PAGE}/hervatten`)).words).toContain('nu 2 berichten');
    expect((await browser.send(`${PAGE}/hervatten`)).words).toContain('De mails gaan weer uit');
    await tell(running, mailbox);
    expect(mailbox.sent.length).toBe(2);
    const told = (await running.store.audit('voorbeeld')).filter(({ what }) => what.startsWith('mails-'));
    expect(told.map(({ what, by, via }) => [what, by, via])).toEqual([
      ['mails-paused', 'B. Beheerder', 'portal'],
      ['mails-resumed', 'B. Beheerder', 'portal'],
    ]);
  });

  test('twice changes nothing the second time', async () => {
    const browser = await administrator();
    await browser.send(`${PAGE}/pauze`);
    expect((await browser.send(`${PAGE}/pauze`)).words).toMatch(
      /werden al tegengehouden .*Er is niets gewijzigd/,
    );
    await browser.send(`${PAGE}/hervatten`);
    expect((await browser.send(`${PAGE}/hervatten`)).words).toContain('De mails gingen al uit');
  });

  test('by a form that is not ours changes nothing', async () => {
    const { status } = await (await administrator()).send(`${PAGE}/pauze`, { formToken: 'x' });
    expect(status).toBe(403);
    expect((await running.store.trajectory('voorbeeld'))?.mailsPausedAt).toBeUndefined();
  });
});

describe('addresses that mails do not reach', () => {
  const AA = 'college@aa.example';
  const RELEASE = '/beheer/mailadressen/vrijgeven';
  const hear = (event: object) =>
    createHandler({ store: running.store, log: { info: () => {}, warn: () => {} } })(event);
  const release = (adres: string) => ({ adres, stap: 'vrijgeven' });
  const isStopped = async () => (await running.store.markedAddresses())[0]?.releasedAt === undefined;

  test('stand with why, since when, and whether mails still go there; nothing stands there when there are none', async () => {
    const browser = await administrator();
    expect((await browser.open(LIST)).words).toContain('Naar elk adres gaan berichten.');
    await hear(bounceEvent('weg@aa.example', '2026-02-02T08:00:00.000Z'));
    await hear(complaintEvent('boos@aa.example', '2026-02-02T09:00:00.000Z'));
    await hear(bounceEvent('vol@aa.example', '2026-02-03T08:00:00.000Z', 'Transient'));
    const { words, html } = await browser.open(LIST);
    expect(words).toMatch(
      /\(3\).*vol@aa\.example deze keer niet bezorgd .*3 februari 2026 om 09:00 . gaan door .*boos@aa\.example als ongewenst gemeld .*2 februari.*gaan er niet heen .*weg@aa\.example komt niet aan volgens de mailserver: General .*gaan er niet heen/,
    );
    // Guards: markedAddresses.tsx: `stopped ?`. What happened once is only shown.
    expect(html.match(/aria-label="Geef vrij[^"]*"/g)).toHaveLength(2);
    expect(html).not.toContain('aria-label="Geef vrij: vol@');
  });

  // Guards: mailsPage.tsx: 'stopped'.
  test('are said at the mails that wait for them', async () => {
    await hear(bounceEvent(AA, '2026-02-02T08:00:00.000Z'));
    const { words } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/college@aa\.example .*gaat niet het adres krijgt geen berichten/);
  });

  // Guards: addressRoutes.tsx: `data.stap === 'bekijken'`.
  test('are released after what that brings about was read; then what was owed goes', async () => {
    await hear(bounceEvent(AA, '2026-02-02T08:00:00.000Z'));
    const mailbox = createMailbox();
    await tell(running, mailbox);
    expect(mailbox.sent.flatMap(({ to }) => to)).not.toContain(AA);
    const browser = await administrator();
    const look = await browser.send(RELEASE, { adres: AA, stap: 'bekijken' });
    expect(look.words).toMatch(/Weer berichten naar dit adres\? .*college@aa\.example .*gaat dan meteen uit/);
    expect(look.hidden.adres).toBe(AA);
    expect(await isStopped()).toBe(true);
    expect((await browser.send(RELEASE, release(AA))).words).toContain('gaan weer berichten');
    expect((await running.store.markedAddresses())[0]).toMatchObject({ releasedBy: 'B. Beheerder' });
    await tell(running, mailbox);
    expect(mailbox.sent.flatMap(({ to }) => to)).toContain(AA);
    expect((await browser.open(LIST)).words).toContain('Naar elk adres gaan berichten.');
  });

  test('of whom the reader complained are released only with that said', async () => {
    await hear(complaintEvent(AA, '2026-02-02T08:00:00.000Z'));
    const { words } = await (await administrator()).send(RELEASE, { adres: AA, stap: 'bekijken' });
    expect(words).toContain('De lezer meldde een bericht als ongewenst.');
  });

  // Guards: addressRoutes.tsx: `!marked?.stopped`, and the catch.
  test('that were released meanwhile, are none, or were only delayed change nothing', async () => {
    await hear(bounceEvent('vol@aa.example', '2026-02-03T08:00:00.000Z', 'Transient'));
    await hear(bounceEvent(AA, '2026-02-02T08:00:00.000Z'));
    const browser = await administrator();
    running.store.before('releaseAddress', () =>
      running.store.releaseAddress(AA, {
        releasedAt: '2026-02-03T09:00:00.000Z',
        releasedBy: 'A',
        expiresAt: 1,
      }),
    );
    for (const given of [release(AA), release(AA), release('vol@aa.example'), release(ATTACK), {}]) {
      const { status, words, html } = await browser.send(RELEASE, given);
      expect([status, words]).toEqual([409, expect.stringContaining('Er is niets gewijzigd')]);
      expect(html).not.toContain('<img src=x');
    }
    expect(await running.store.markedAddresses()).toContainEqual(
      expect.objectContaining({ address: AA, releasedBy: 'A' }),
    );
  });

  test('are not released by a form that is not ours', async () => {
    await hear(bounceEvent(AA, '2026-02-02T08:00:00.000Z'));
    const { status } = await (await administrator()).send(RELEASE, { ...release(AA), formToken: 'x' });
    expect([status, await isStopped()]).toEqual([403, true]);
  });
});
