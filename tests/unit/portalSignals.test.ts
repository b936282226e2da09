import { describe, expect, test } from 'vitest';
import { endOf, newSession } from '../../functions/domain/access/session.ts';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import { accessWith, grantOf, memoryGrants } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';
import { ATTACK, readingOn } from './portalReading.ts';
import { flagOf, started, storeWith } from './portalRecord.ts';

const HARLINGEN = 'process-proposal.r1 GM0072/college';
const running = {
  ...started(),
  flags: [
    flagOf({ flag: 'approaching', subject: 'communication-strategy', date: '2026-12-01', reason: 'Nadert.' }),
    flagOf({
      flag: 'uncommitted',
      subject: '2025',
      date: '2026-06-13',
      amount: 100,
      reason: 'Niet verplicht.',
    }),
    flagOf({
      flag: 'overdue',
      subject: HARLINGEN,
      date: '2026-11-01',
      reason: `Te laat ${ATTACK}`,
      todo: 'Bel de secretaris.',
    }),
    flagOf({
      flag: 'at-risk',
      subject: 'vision-adopted',
      reason: 'Net opgelost.',
      resolvedAt: '2026-10-25T06:00:00.000Z',
    }),
    flagOf({ flag: 'stuck', reason: 'Lang opgelost.', resolvedAt: '2026-10-24T06:00:00.000Z' }),
  ],
};

describe('the page of signals', () => {
  test('shows what stands, the most urgent first, with what can be done and where', async () => {
    const { text, words } = await readingOn(storeWith(running)).get('/signalen');
    expect([...text.matchAll(/<strong>([^<]+)/g)].map(([, about]) => about)).toEqual([
      'Procesvoorstel fase 1, ronde 1, College Harlingen',
      'Geld van 2025',
      'Communicatiestrategie',
      'Visie vaststellen',
    ]);
    expect(words).toContain('Wat u kunt doen: Bel de secretaris.');
    expect(words).toContain('Gaat over 1 november 2026 Staat sinds 20 januari 2026');
    expect(text).toContain('href="/traject/visietraject/ronde/process-proposal.r1"');
    expect(text).toContain('href="/traject/visietraject/budget"');
    expect(text).toContain('href="/traject/visietraject#planning-visietraject"');
  });

  test('writes nothing of a reason as markup', async () => {
    const { text } = await readingOn(storeWith(running)).get('/signalen');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;script&gt;');
  });

  test('folds what was resolved in the last 30 days, and leaves out what was before', async () => {
    const { text, words } = await readingOn(storeWith(running)).get('/signalen');
    expect(text).toMatch(/<details><summary>Opgelost in de laatste 30 dagen \(1\)/);
    expect(words).toContain('Net opgelost. Opgelost op 25 oktober 2026');
    expect(words).not.toContain('Lang opgelost');
  });

  test('says so when there is nothing, and when there is no trajectory', async () => {
    for (const store of [storeWith(), storeWith(started())])
      expect((await readingOn(store).get('/signalen')).words).toContain(
        'Er is nu niets dat iemand moet nagaan',
      );
  });

  // Guards: signalsPage.tsx: TitleApart. Two landmarks of one name cannot be told apart by ear.
  test('tells trajectories of the same title apart by their id, and no others', async () => {
    const twin = { ...started('tweeling'), flags: [flagOf({ trajectory: 'tweeling' })] };
    const { words } = await readingOn(storeWith(running, twin)).get('/signalen');
    expect(words).toMatch(/\(visietraject\) .*\(tweeling\) /);
    expect((await readingOn(storeWith(running)).get('/signalen')).words).not.toContain('(visietraject)');
  });

  test('marks those of a simulation, which come last', async () => {
    const played = { ...started('gespeeld', 'virtual'), flags: [flagOf({ trajectory: 'gespeeld' })] };
    const { words, text } = await readingOn(storeWith(played, running)).get('/signalen');
    expect(words).toContain('simulatie');
    expect(text.indexOf('signalen-gespeeld')).toBeGreaterThan(text.indexOf('signalen-visietraject'));
  });

  test('goes on without a trajectory that cannot be read, and fails when the table is away', async () => {
    const store = storeWith(running, started('kapot'));
    const flags = store.flags;
    const failing = (error: Error) =>
      Object.assign(storeWith(running, started('kapot')), {
        flags: async (id: string) => (id === 'kapot' ? Promise.reject(error) : flags(id)),
      });
    const broken = readingOn(failing(new Error('a row of another shape')));
    const { status, words } = await broken.get('/signalen');
    expect(status).toBe(200);
    expect(words).toContain('De signalen van kapot kunnen nu niet worden gelezen');
    expect(words).toContain('Geld van 2025');
    expect(broken.warnings).toEqual(['the flags of a trajectory cannot be read']);
    expect((await readingOn(failing(new Unavailable('De tabel', undefined))).get('/signalen')).status).toBe(
      503,
    );
  });

  test('asks to sign in where nobody reads without a grant', async () => {
    const browser = createBrowser({
      access: accessWith(),
      stage: 'prod',
      now: () => '2026-02-02T09:00:00.000Z',
    });
    const answer = await browser.get('/signalen');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Fsignalen']);
  });

  // Guards: signalsRoute.tsx: filter(maySee).
  test('shows somebody with a role in one trajectory that one, and nothing of any other', async () => {
    const at = '2026-11-24T10:00:00.000Z';
    const mail = 'lezer@gemeente.example';
    const access = accessWith({ grants: memoryGrants([grantOf({ mail, trajectory: 'ander' })]) });
    const flags = [flagOf({ trajectory: 'ander', reason: 'Van de ander.' })];
    const store = storeWith(running, { ...started('ander'), flags });
    const browser = createBrowser({ access, stage: 'prod', now: () => at, store });
    const session = newSession({ mail, name: 'Lezer' }, at);
    browser.setCookie('__Host-sessie', await access.sealing.seal('session', session, endOf(session)));
    const html = await (await browser.get('/signalen')).text();
    expect(html).toContain('Van de ander.');
    expect(html).not.toMatch(/traject\/visietraject|Geld van 2025|Net opgelost/);
  });

  test('of three hundred flags with very long names comes in parts small enough for a phone, and every one is in one', async () => {
    const many = Array.from({ length: 300 }, (_each, index) =>
      flagOf({ flag: 'overdue', subject: `m-${index}`, reason: `${'Lange naam '.repeat(9)}.`, todo: 'Bel.' }),
    );
    const other = { ...started('ander'), flags: [flagOf({ trajectory: 'ander', reason: 'Van de ander.' })] };
    const reading = readingOn(storeWith({ ...started(), flags: many }, other));
    const parts = await Promise.all(
      ['', '?deel=2', '?deel=3', '?deel=4'].map((query) => reading.get(`/signalen${query}`)),
    );
    for (const { text } of parts) expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    const shown = parts.flatMap(({ text }) => [...text.matchAll(/<strong>(m-\d+)</g)].map(([, of]) => of));
    expect([...shown].sort()).toEqual(many.map(({ subject }) => subject).sort());
    expect(parts.filter(({ words }) => words.includes('Van de ander.'))).toHaveLength(1);
    expect(parts[1]?.words).toContain(
      'Deel 2 van 4, 301 signalen in totaal Vorige signalen Volgende signalen',
    );
    for (const odd of ['?deel=5', '?deel=0', '?deel=x', '?deel=-1'])
      expect((await reading.get(`/signalen${odd}`)).words).toContain('Deel 1 van 4');
  });
});
