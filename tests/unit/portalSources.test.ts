import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { forgottenAt, type SeenMessage } from '../../functions/domain/intake/seenMessage.ts';
import { SCHEMA_VERSION } from '../../functions/domain/round/round.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { asked, type Running } from './exampleRecord.ts';
import { ADOPTION, MAPPING } from './intakeRecord.ts';
import { SECRETS, sourceOf } from './intakeWorld.ts';
import { ORIGIN } from './portalAccess.ts';
import { type MemoryForms, memoryForms, NOW, signedInOn } from './portalForms.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const PAGE = '/beheer/bron/bron-zgw';

let running: Running;
let forms: MemoryForms;
beforeEach(async () => {
  running = await asked();
  forms = memoryForms();
  await forms.stores.sources.addSource(sourceOf('zgw', {}, MAPPING));
  forms.kept.set('bron-zgw', { accepted: [{ value: SECRETS['bron-zgw']! }] });
});

const administrator = () => signedInOn(running.store, forms, [ADMINISTRATOR]);

/** As the worker leaves it. */
async function cameIn(key: string, changes: Partial<SeenMessage>) {
  const message = { source: 'bron-zgw', messageKey: key.repeat(32), receivedAt: NOW, ...changes };
  const claim = {
    ...message,
    kind: 'message' as const,
    schemaVersion: SCHEMA_VERSION as 1,
    status: 'working' as const,
    said: 'Wordt verwerkt.',
    repeats: 0,
    workedUntil: NOW,
    expiresAt: forgottenAt(NOW),
  };
  await forms.stores.messages.claimMessage(claim, message.receivedAt);
  const { status = 'recorded', said = 'Vastgelegd.', item, held } = changes;
  await forms.stores.messages.finishMessage(message, {
    status,
    said,
    ...(item && { item }),
    ...(held && { held }),
  });
}

describe('the page of a source', () => {
  test('says its address, how it goes and how it is read, and no secret', async () => {
    const { words, html } = await (await administrator()).open(PAGE);
    expect(words).toContain(`${ORIGIN}/webhooks/zgw/bron-zgw`);
    expect(words).toContain('GM0001');
    expect(words).toContain('https://zaken.harlingen.example');
    expect(words).toContain(
      `Besluit van de soort “${ADOPTION}”: van het college, in ronde voorbeeld/main, telt als aangenomen.`,
    );
    expect(words).toContain('werkt');
    for (const secret of Object.values(SECRETS)) expect(html).not.toContain(secret);
  });

  test('tells what became of the last messages, failures apart, with the way to their items', async () => {
    await cameIn('a', { receivedAt: '2026-02-04T08:00:00.000Z', status: 'recorded' });
    await cameIn('b', {
      receivedAt: '2026-02-04T08:10:00.000Z',
      status: 'failed',
      said: 'Onbereikbaar <b>.',
    });
    await cameIn('c', {
      receivedAt: '2026-02-04T08:20:00.000Z',
      status: 'triage',
      said: 'Van een onbekende soort.',
      item: 'f'.repeat(16),
    });
    const { words, html } = await (await administrator()).open(PAGE);
    expect(words).toMatch(/iets lukt niet.*Wat niet lukt.*09:10.*Laatste berichten.*09:20.*09:10.*09:00/);
    expect(html).toContain(`href="/triage/${'f'.repeat(16)}"`);
    expect(html).toContain('Onbereikbaar &lt;b&gt;');
  });

  test('of a council system says how asking goes, and offers no address to test', async () => {
    await forms.stores.sources.addSource(
      sourceOf('notubiz', { name: 'raad' }, { poll: { url: 'https://api.notubiz.example' } }),
    );
    const browser = await administrator();
    expect((await browser.open('/beheer/bron/raad')).words).toContain('nog niet bevraagd');
    await forms.stores.polls.writePollState(
      {
        kind: 'poll',
        schemaVersion: SCHEMA_VERSION,
        source: 'raad',
        turn: 1,
        failures: 3,
        failingSince: NOW,
        trouble: 'forbidden',
        said: 'NotuBiz weigert antwoord.',
        shown: true,
      },
      undefined,
    );
    const { words, html } = await browser.open('/beheer/bron/raad');
    expect(words).toMatch(
      /iets lukt niet.*Niet te lezen sinds .*4 februari 2026.*3 keer.*NotuBiz weigert antwoord/,
    );
    expect(html).not.toContain('/test"');
    const tested = await browser.send('/beheer/bron/raad/test');
    expect([tested.status, tested.words]).toEqual([409, expect.stringContaining('wij bevragen haar')]);
  });

  test('of a document system says whether what it did not tell is looked for', async () => {
    const browser = await administrator();
    expect((await browser.open(PAGE)).words).toContain('Wat zij niet meldt, wordt niet nagelopen.');
    const lists = { ...MAPPING, resources: 'https://zaken.harlingen.example/besluiten/api/v1/besluiten' };
    await forms.stores.sources.addSource(sourceOf('zgw', { name: 'lijst' }, lists));
    const { words } = await browser.open('/beheer/bron/lijst');
    expect(words).toMatch(/wordt op werkdagen elk uur nagelopen\. .*Zij is nog niet bevraagd/);
  });

  test.each(['onbekend', 'Bron', '%3Cscript%3E', 'a'.repeat(41)])(
    'that does not exist (%s) is said so',
    async (name) => {
      const browser = await administrator();
      expect((await browser.open(`/beheer/bron/${name}`)).status).toBe(404);
      for (const what of ['test', 'pauze', 'hervatten'])
        expect((await browser.send(`/beheer/bron/${name}/${what}`)).status).toBe(404);
    },
  );

  test('is found from the page of the administrator', async () => {
    expect((await (await administrator()).open('/beheer')).html).toContain(`href="${PAGE}"`);
  });
});

describe('the test button', () => {
  test('sends the source’s own address what its sender would, and tells that it listens', async () => {
    const done = await (await administrator()).send(`${PAGE}/test`);
    expect([done.status, done.words]).toEqual([200, expect.stringContaining('kent het geheim van bron-zgw')]);
    expect(forms.probed).toEqual([`${ORIGIN}/webhooks/zgw/bron-zgw`]);
    expect(done.html).not.toContain(SECRETS['bron-zgw']);
  });

  test.each([
    ['that it is refused', async () => ({ status: 403, detail: 'Niet <b>.' }), 409, 'antwoordde 403'],
    [
      'that nothing answers',
      () => Promise.reject(new Unavailable('https://geheim.example', 'x')),
      503,
      'geen antwoord',
    ],
  ] as const)('tells %s', async (_what, answer, status, said) => {
    forms.probe.answer = answer;
    const done = await (await administrator()).send(`${PAGE}/test`);
    expect([done.status, done.words]).toEqual([status, expect.stringContaining(said)]);
    expect(done.html).not.toMatch(/geheim\.example|<b>/);
  });
});

describe('pausing', () => {
  test('and resuming are done once, and told so; what was held goes back to the queue', async () => {
    const browser = await administrator();
    const titles = async (what: string) => {
      const { status, html } = await browser.send(`${PAGE}/${what}`);
      return [status, /<h1>(.*?)<\/h1>/.exec(html)?.[1]];
    };
    expect(await titles('pauze')).toEqual([200, 'De bron staat op pauze']);
    expect(await titles('pauze')).toEqual([200, 'De bron stond al op pauze']);
    expect((await browser.open(PAGE)).words).toContain('gepauzeerd sinds 4 februari 2026 om 10:00');
    const held = {
      source: 'bron-zgw',
      speaks: 'zgw',
      receivedAt: NOW,
      messageKey: 'd'.repeat(32),
      content: '{}',
    };
    await cameIn('d', { status: 'held', said: 'De bron staat stil.', held: JSON.stringify(held) });
    expect(await titles('hervatten')).toEqual([200, 'De bron gaat door']);
    expect(forms.queued).toEqual([held]);
    expect((await forms.stores.sources.source('bron-zgw'))?.pausedAt).toBeUndefined();
    expect(browser.log.map(({ message }) => message)).toEqual([
      'a source was paused',
      'a source was paused',
      'a source was resumed',
    ]);
    expect(JSON.stringify(browser.log)).not.toContain('@');
  });

  test('with a form that is not of this session changes nothing', async () => {
    const browser = await administrator();
    expect((await browser.send(`${PAGE}/pauze`, { formToken: 'x'.repeat(22) })).status).toBe(403);
    expect((await forms.stores.sources.source('bron-zgw'))?.pausedAt).toBeUndefined();
  });
});

describe('dead letters', () => {
  const AT = '/beheer/onbestelbaar';
  const letter = (content: string) => ({
    id: 'm1',
    receivedAt: NOW,
    times: 91,
    message: {
      source: 'bron-zgw',
      speaks: 'zgw' as const,
      receivedAt: NOW,
      messageKey: 'a'.repeat(32),
      content,
    },
  });

  test('none are said to be none', async () => {
    const { words, html } = await (await administrator()).open(AT);
    expect(words).toContain('Er zijn er geen.');
    expect(html).not.toContain('Zet ze alle terug');
  });

  test('are shown with where they came from and the beginning of what they say, as text', async () => {
    forms.letters.push(letter(`<script>${'x'.repeat(600)}`), { id: 'm2', receivedAt: NOW, times: 1 });
    const { words, html } = await (await administrator()).open(AT);
    expect(words).toMatch(/bron-zgw.*ontvangen 4 februari 2026 om 10:00.*91 keer/);
    expect(words).toContain('Niet van een bron van ons');
    expect(html).not.toContain('<script>');
    expect(/x{100,}/.exec(html)?.[0]).toHaveLength(492);
  });

  test('that somebody looked at a moment ago are counted', async () => {
    forms.stores.deadLetters.count = async () => 3;
    expect((await (await administrator()).open(AT)).words).toContain(
      'Nog ongeveer 3 zijn hier nu niet te zien',
    );
  });

  test('are sent back, once', async () => {
    forms.letters.push(letter('{}'));
    const browser = await administrator();
    expect((await browser.send(AT)).words).toContain('Eén bericht wordt opnieuw verwerkt');
    expect((await browser.send(AT)).words).toContain('Er is niets gewijzigd');
  });
});
