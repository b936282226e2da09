import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import { asked, type Running } from './exampleRecord.ts';
import { incomingItem } from './incoming.ts';
import { type MemoryForms, memoryForms, NOW, signedInOn } from './portalForms.ts';

const ADMINISTRATOR: Partial<Grant> = { role: 'administrator' };
const LEAD: Partial<Grant> = { role: 'lead', trajectory: 'voorbeeld' };
const SECRETARY: Partial<Grant> = { role: 'secretary', body: 'GM0001/college', trajectory: 'voorbeeld' };
const ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';

/** What a sender may put everywhere. */
const PROPOSED = incomingItem({ status: 'proposed', title: `Voorstel ${ATTACK}`, content: ATTACK });
const NOWHERE = incomingItem({ id: 'b'.repeat(16), draft: {}, title: 'Vergunning' });
const OF_OTHERS = incomingItem({
  id: 'c'.repeat(16),
  status: 'proposed',
  municipality: 'GM0002',
  draft: { trajectory: 'ander', round: 'main.r1', body: 'GM0002/college' },
  title: 'Van een ander',
});
const FALSE_NAME = incomingItem({
  id: '9'.repeat(16),
  status: 'proposed',
  draft: { trajectory: 'ander', round: 'main.r1', body: 'GM0009/college' },
  title: 'Uit naam van een ander',
});
const PLACE = 'voorbeeld main.r1 GM0001/college';

let running: Running;
let forms: MemoryForms;
beforeEach(async () => {
  running = await asked();
  forms = memoryForms();
  for (const item of [PROPOSED, NOWHERE, OF_OTHERS, FALSE_NAME]) await forms.stores.items.putItem(item);
});

const as = (...roles: Partial<Grant>[]) => signedInOn(running.store, forms, roles);
const row = (id: string) => forms.stores.items.item(id);
const audited = () =>
  forms.table
    .rows()
    .filter(({ kind }) => kind === 'audit')
    .map(({ what, by, via, details }) => ({ what, by, via, details }));

describe('what waits', () => {
  // Guards: triageRoutes.tsx: filter(maySeeItem), withItem; itemAccess.ts.
  test.each([
    ['the administrator', ADMINISTRATOR, [PROPOSED, NOWHERE, OF_OTHERS, FALSE_NAME]],
    ['a lead of its trajectory', LEAD, [PROPOSED]],
    ['a lead of all trajectories', { role: 'lead' }, [PROPOSED, NOWHERE, OF_OTHERS, FALSE_NAME]],
    ['a lead of another', { role: 'lead', trajectory: 'elders' }, []],
    ['the secretary of its body', SECRETARY, [PROPOSED]],
    ['the secretary of another body', { role: 'secretary', body: 'GM0001/council' }, []],
    // Guards: itemAccess.ts: bodiesOfMunicipality. A source that names another's body finds nobody there.
    ['a secretary whose body another municipality named', { role: 'secretary', body: 'GM0009/college' }, []],
    ['that secretary in another trajectory', { ...SECRETARY, trajectory: 'elders' }, []],
  ] as const)('is shown to %s as far as it is theirs; the rest is not there', async (_who, role, seen) => {
    const browser = await as(role as Partial<Grant>);
    const { html } = await browser.open('/triage');
    const linked = [...html.matchAll(/href="\/triage\/([0-9a-f]{16})"/g)].map(([, id]) => id);
    expect(linked.sort()).toEqual(seen.map(({ id }) => id).sort());
    const nothing = (await browser.open(`/triage/${'f'.repeat(16)}`)).html;
    for (const { id } of [PROPOSED, NOWHERE, OF_OTHERS, FALSE_NAME]) {
      const theirs = seen.some((each) => each.id === id);
      const page = await browser.open(`/triage/${id}`);
      expect(page.status).toBe(theirs ? 200 : 404);
      if (!theirs) expect(page.html).toBe(nothing);
      if (theirs) continue;
      for (const what of ['afwijzen', 'voorleggen'])
        expect((await browser.send(`/triage/${id}/${what}`, { reden: 'x', plaats: PLACE })).status).toBe(404);
    }
    expect(audited()).toEqual([]);
  });

  test('says who, what and why in words, and links to it', async () => {
    const { words } = await (await as(ADMINISTRATOR)).open('/triage');
    expect(words).toMatch(/te bevestigen.*College .*ronde 1.*De uitkomst volgt niet uit de map/);
    expect(words).toContain('niet thuis te brengen');
  });

  test('nothing is said so', async () => {
    const { words } = await (await as({ role: 'lead', trajectory: 'elders' })).open('/triage');
    expect(words).toContain('Er wacht niets op u.');
  });

  test.each(['0', 'f'.repeat(17), 'ABCDEF0123456789', '%00', '..%2F..'])(
    'an id like %s is nothing',
    async (id) => {
      expect((await (await as(ADMINISTRATOR)).open(`/triage/${id}`)).status).toBe(404);
    },
  );
});

describe('one item', () => {
  test('shows the message as it came, as text, whatever is in it', async () => {
    for (const path of ['/triage', `/triage/${PROPOSED.id}`]) {
      const { html } = await (await as(ADMINISTRATOR)).open(path);
      expect(html).toContain('&lt;script&gt;alert(1)');
      expect(html).not.toMatch(/<script>|<img/);
    }
  });

  // Guards: readWork.ts: mayDo(grants, 'answer-for-body', place).
  test('is for the secretary to take over, and for nobody else', async () => {
    const link = `href="/antwoord/voorbeeld/main.r1/GM0001/college?bericht=${PROPOSED.id}"`;
    expect((await (await as(SECRETARY)).open(`/triage/${PROPOSED.id}`)).html).toContain(link);
    for (const role of [ADMINISTRATOR, LEAD]) {
      const page = await (await as(role)).open(`/triage/${PROPOSED.id}`);
      expect(page.html).not.toContain('/antwoord/');
      expect(page.words).toContain('Alleen de secretaris van het orgaan kan dit bevestigen');
    }
  });

  test('that is long is folded, whole', async () => {
    const long = incomingItem({ id: 'a'.repeat(16), content: `${'x'.repeat(60_000)}einde` });
    await forms.stores.items.putItem(long);
    const { html } = await (await as(ADMINISTRATOR)).open(`/triage/${long.id}`);
    expect(html).toMatch(/<details><summary>Toon alle 60005 tekens<\/summary><pre><code>x+einde<\/code>/);
  });

  test('looked at changes nothing', async () => {
    const before = JSON.stringify(forms.table.rows());
    const browser = await as(ADMINISTRATOR, SECRETARY);
    for (const path of ['/triage', `/triage/${PROPOSED.id}`, `/triage/${NOWHERE.id}`])
      await browser.open(path);
    expect(JSON.stringify(forms.table.rows())).toBe(before);
  });

  test('that several people may place, none but the one who must can answer by it', async () => {
    const several = incomingItem({
      id: 'd'.repeat(16),
      status: 'proposed',
      draft: { body: 'GM0001/college' },
    });
    await forms.stores.items.putItem(several);
    const { html } = await (await as(SECRETARY)).open(`/triage/${several.id}`);
    expect(html).toContain(`href="/antwoord/voorbeeld/main.r1/GM0001/college?bericht=${several.id}"`);
    expect(html).not.toContain('GM0001/council?bericht');
  });
});

describe('dismissing', () => {
  test('closes it with who, when and why; again says who was first, and changes nothing', async () => {
    const browser = await as(ADMINISTRATOR);
    const done = await browser.send(`/triage/${NOWHERE.id}/afwijzen`, { reden: ' Gaat over\r\neen kap ' });
    expect([done.status, done.words]).toEqual([200, expect.stringContaining('Het bericht is afgewezen')]);
    expect(await row(NOWHERE.id)).toMatchObject({
      status: 'dismissed',
      closedBy: 'S. Secretaris',
      closedAt: NOW,
      closedBecause: 'Gaat over\neen kap',
    });
    const again = await browser.send(`/triage/${NOWHERE.id}/afwijzen`, { reden: 'Anders' });
    expect([again.status, again.words]).toEqual([
      409,
      expect.stringContaining('al afgewezen door S. Secretaris'),
    ]);
    expect(audited()).toEqual([
      {
        what: 'item-dismissed',
        by: 'S. Secretaris',
        via: 'portal',
        details: { item: NOWHERE.id, source: 'bron-zgw', reason: 'Gaat over\neen kap' },
      },
    ]);
    const closed = await browser.open(`/triage/${NOWHERE.id}`);
    expect(closed.words).toMatch(
      /Afgewezen door S\. Secretaris op 4 februari 2026 om 10:00 .*Gaat over een kap/,
    );
    expect(closed.html).not.toContain('<textarea');
  });

  test.each([
    ['without a reason', '  ', 'Schrijf in een paar woorden waarom.'],
    ['with a reason that is too long', 'x'.repeat(501), '501 tekens'],
  ])('%s is told, and what was typed stays', async (_what, reden, said) => {
    const page = await (await as(ADMINISTRATOR)).send(`/triage/${NOWHERE.id}/afwijzen`, { reden });
    expect([page.status, page.words]).toEqual([422, expect.stringContaining(said)]);
    expect(page.html).toContain(reden.trim());
    expect(await row(NOWHERE.id)).toMatchObject({ status: 'unknown' });
  });

  test('with the form of another session changes nothing', async () => {
    const browser = await as(ADMINISTRATOR);
    const fields = { reden: 'Niets', formToken: 'x'.repeat(22) };
    expect((await browser.send(`/triage/${NOWHERE.id}/afwijzen`, fields)).status).toBe(403);
    expect(await row(NOWHERE.id)).toMatchObject({ status: 'unknown' });
  });
});

describe('putting it to a secretary', () => {
  const send = async (role: Partial<Grant>, plaats = PLACE, id = NOWHERE.id) =>
    (await as(role)).send(`/triage/${id}/voorleggen`, { plaats });

  test('makes it a proposal for that body, which the record’s stream tells; nothing is decided', async () => {
    const page = await send(ADMINISTRATOR);
    expect([page.status, page.words]).toEqual([
      200,
      expect.stringContaining('voorgelegd aan de secretaris van'),
    ]);
    expect(await row(NOWHERE.id)).toMatchObject({
      status: 'proposed',
      draft: { trajectory: 'voorbeeld', round: 'main.r1', body: 'GM0001/college' },
      lastWrite: 'item-proposed',
    });
    expect(audited()).toMatchObject([{ what: 'item-placed', by: 'S. Secretaris', via: 'portal' }]);
    expect(await running.store.request('voorbeeld', 'main.r1', 'GM0001/college')).toMatchObject({
      status: 'open',
    });
    expect((await (await as(SECRETARY)).open('/triage')).html).toContain(NOWHERE.id);
  });

  test('twice has one effect; elsewhere afterwards is refused', async () => {
    await send(ADMINISTRATOR);
    expect((await send(ADMINISTRATOR)).status).toBe(200);
    const elsewhere = await send(ADMINISTRATOR, 'voorbeeld main.r1 GM0001/council');
    expect([elsewhere.status, elsewhere.words]).toEqual([
      409,
      expect.stringContaining('al aan een secretaris'),
    ]);
    expect(audited()).toHaveLength(1);
  });

  // Guards: triageRoutes.tsx: places.find(…).
  test.each([
    ['a body of another municipality', 'voorbeeld main.r1 GM0002/college'],
    ['a round that is not open', 'voorbeeld main.r2 GM0001/college'],
    ['nothing', ''],
  ])('at %s is refused, and nothing is written', async (_what, plaats) => {
    expect((await send(ADMINISTRATOR, plaats)).status).toBe(422);
    expect(await row(NOWHERE.id)).toMatchObject({ status: 'unknown', draft: {} });
  });

  test('is not for a secretary', async () => {
    const mine = incomingItem({ id: 'e'.repeat(16) });
    await forms.stores.items.putItem(mine);
    expect((await send(SECRETARY, PLACE, mine.id)).status).toBe(422);
    expect((await send(LEAD, PLACE, mine.id)).status).toBe(200);
  });

  test('what came with markup in it is placed as text', async () => {
    const page = await (await signedInOn(running.store, forms, [ADMINISTRATOR], '<b>Naam</b>')).send(
      `/triage/${NOWHERE.id}/voorleggen`,
      { plaats: PLACE },
    );
    expect(page.html).not.toContain('<b>Naam');
  });
});
