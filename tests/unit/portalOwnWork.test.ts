import { describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import type { StatementRow } from '../../functions/domain/ledger/statement/statementRow.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { incomingItem } from './incoming.ts';
import { memoryForms, NOW, signedInOn } from './portalForms.ts';
import { askedIn, flagOf, roundOf, SECRET_TOKEN, started, storeWith } from './portalRecord.ts';

const ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(2)>';
const SECRETARY: Partial<Grant> = { role: 'secretary', body: 'GM0072/college' };
const LEAD: Partial<Grant> = { role: 'lead', trajectory: 'visietraject' };
const ASKED_AT = '2025-12-02T09:00:00.000Z';

function asking(id = 'visietraject', clock: 'real' | 'virtual' = 'real', title?: string) {
  const record = started(id, clock);
  const round = roundOf('process-proposal', 1, ASKED_AT, title === undefined ? {} : { title }, id);
  const requests = ['GM0072/college', 'GM1949/college', 'GM1900/college'].map((body) => askedIn(round, body));
  return {
    ...record,
    trajectory: { ...record.trajectory, watchedUntil: '2025-12-05' },
    rounds: [round],
    requests,
  };
}

const statement = (changes: Partial<StatementRow> = {}): StatementRow => ({
  kind: 'ledger-statement',
  schemaVersion: 1,
  trajectory: 'visietraject',
  quarter: '2025-Q4',
  version: 1,
  digest: 'x',
  entries: 3,
  madeAt: '2026-01-02T06:00:00.000Z',
  mails: {},
  lastWrite: 'statement-made',
  ...changes,
});

async function mine(
  store: RecordStore,
  roles: readonly Partial<Grant>[],
  { items = [] as ReturnType<typeof incomingItem>[], statements = [] as StatementRow[] } = {},
) {
  const forms = memoryForms();
  for (const item of items) await forms.stores.items.putItem(item);
  const more = {
    statements: { lastStatements: async (id: string) => statements.filter((row) => row.trajectory === id) },
  };
  const browser = await signedInOn(store, forms, roles, 'S. Secretaris', more);
  return browser.open('/mijn');
}

describe('a secretary', () => {
  test('sees what is asked of the own body, since when, until when, and where to answer', async () => {
    const { status, html, words } = await mine(storeWith(asking()), [SECRETARY]);
    expect(status).toBe(200);
    expect(words).toContain('Besluit over Procesvoorstel');
    expect(words).toMatch(/ronde 1/);
    expect(words).toContain('2 december 2025');
    expect(words).toMatch(/\d+ dagen te laat/);
    expect(html).toContain('href="/antwoord/visietraject/process-proposal.r1/GM0072/college"');
    expect(words).toContain('Uw rollen secretaris van College Harlingen, in alle trajecten');
  });

  // Guards: readOwnWork.ts: mayDo answer-for-body.
  test('sees nothing of other bodies, and no token', async () => {
    const { html } = await mine(storeWith(asking()), [SECRETARY]);
    expect(html).not.toContain('GM1949/college');
    expect(html).not.toContain('GM1900/college');
    expect(html).not.toContain(SECRET_TOKEN);
  });

  test('sees nothing of a trajectory that the role is not for', async () => {
    const { html, words } = await mine(storeWith(asking('ander')), [
      { ...SECRETARY, trajectory: 'visietraject' },
    ]);
    expect(html).not.toContain('/antwoord/');
    expect(words).toContain('Niets te doen');
  });

  test('who has answered has nothing to do', async () => {
    const record = asking();
    const requests = record.requests.map((request) => ({ ...request, status: 'decided' as const }));
    const { words } = await mine(storeWith({ ...record, requests }), [SECRETARY]);
    expect(words).toContain('Niets te doen');
  });

  // Guards: readOwnWork.ts: virtual.filter.
  test('sees simulations only where the role names them, by their own clock', async () => {
    const store = storeWith(asking('gespeeld', 'virtual'));
    expect((await mine(store, [SECRETARY])).words).toContain('Niets te doen');
    const { words } = await mine(store, [{ ...SECRETARY, trajectory: 'gespeeld' }]);
    expect(words).toMatch(/simulatie/);
    expect(words).toMatch(/nog \d+ dagen/);
  });

  test('sees what is due first on top, over all trajectories', async () => {
    const later = asking('later');
    const requests = later.requests.map((request) => ({
      ...request,
      deferrals: [
        {
          decisionId: 'd',
          decidedOn: '2026-01-10',
          newDate: '2026-02-05',
          recordedAt: '2026-01-10T09:00:00.000Z',
        },
      ],
    }));
    const { html, words } = await mine(storeWith({ ...later, requests }, asking('visietraject')), [
      SECRETARY,
    ]);
    expect(html.indexOf('/antwoord/visietraject')).toBeLessThan(html.indexOf('/antwoord/later'));
    expect(words).toContain('morgen');
    expect(words).toContain('aangehouden');
  });

  test('sees what came in for the own body and waits to be confirmed, and nothing of others', async () => {
    const place = { trajectory: 'visietraject', round: 'process-proposal.r1' };
    const items = [
      incomingItem({
        status: 'proposed',
        municipality: 'GM0072',
        draft: { ...place, body: 'GM0072/college' },
        title: `Collegebesluit ${ATTACK}`,
      }),
      incomingItem({
        id: 'c'.repeat(16),
        status: 'proposed',
        municipality: 'GM1949',
        draft: { ...place, body: 'GM1949/college' },
        title: 'Van een ander',
      }),
    ];
    const { html, words } = await mine(storeWith(started()), [SECRETARY], { items });
    expect(words).toContain('Binnengekomen en te bevestigen');
    expect(html).toContain('href="/triage/');
    expect(html).not.toContain('Van een ander');
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });
});

describe('a project lead', () => {
  const divided = (number: number) =>
    roundOf('process-proposal', number, ASKED_AT, {
      status: 'handed-over',
      closedAt: '2026-01-12T09:00:00.000Z',
      ...(number < 3 && { revisedAt: '2026-01-20T09:00:00.000Z' }),
    });

  test('sees the round that waits for a revised proposal: the third, not those that were revised', async () => {
    const record = { ...started(), rounds: [1, 2, 3].map(divided) };
    const { words } = await mine(storeWith(record), [LEAD]);
    expect(words).toContain('ronde 3');
    expect(words).toContain('12 januari 2026');
    expect(words).not.toMatch(/ronde [12]\b/);
    expect(words).toContain('besluitketen revise visietraject process-proposal.r3');
  });

  test('sees the flags that stand, in words, without an address in them', async () => {
    const flags = [
      flagOf({ reason: `Ronde ${ATTACK} staat stil; iemand@gemeente.example weet ervan.` }),
      flagOf({ flag: 'overdue', reason: 'Opgelost.', resolvedAt: NOW }),
    ];
    const { words, html } = await mine(storeWith({ ...started(), flags }), [LEAD]);
    expect(words).toMatch(/ronde staat stil.*Procesvoorstel.*ronde 1.*20 januari 2026/);
    expect(words).not.toContain('Opgelost');
    expect(html).not.toContain('iemand@gemeente.example weet');
    expect(html).toContain('[adres]');
    expect(html).not.toContain('<script>');
  });

  test('sees the statements that wait for approval', async () => {
    const statements = [
      statement(),
      statement({ quarter: '2025-Q3', approvedAt: NOW, approvedBy: 'x' }),
      statement({ quarter: '2025-Q2', entries: 0 }),
    ];
    const { words } = await mine(storeWith(started()), [LEAD], { statements });
    expect(words).toContain('Overzicht van het 4e kwartaal 2025');
    expect(words).not.toMatch(/[23]e kwartaal 2025/);
  });

  // Guards: readOwnWork.ts: leads.
  test('work of the lead is not shown to others, nor that of another trajectory', async () => {
    const record = { ...started(), rounds: [divided(3)], flags: [flagOf({})] };
    const others = [
      { ...LEAD, trajectory: 'ander' },
      { role: 'reader' },
      { role: 'administrator' },
      SECRETARY,
    ] as const;
    for (const role of others) {
      const { words } = await mine(storeWith(record), [role], { statements: [statement()] });
      expect(words).toContain('Niets te doen');
    }
  });
});

describe('bad days', () => {
  test('who has no role is told whom to ask, and with which address', async () => {
    const { status, words } = await mine(storeWith(asking()), []);
    expect(status).toBe(200);
    expect(words).toContain('U hebt nog geen rol');
    expect(words).toContain('iemand@gemeente.example');
    expect(words).not.toContain('Procesvoorstel');
  });

  test('one trajectory that cannot be read does not take the others away', async () => {
    const store = storeWith(asking('kapot'), asking());
    const broken = {
      ...store,
      milestones: async (id: string) =>
        id === 'kapot' ? Promise.reject(new Error('row')) : store.milestones(id),
    };
    const { words, html } = await mine(broken, [SECRETARY]);
    expect(words).toContain('Niet alles kon worden gelezen');
    expect(words).toContain('kapot');
    expect(html).toContain('/antwoord/visietraject/');
  });

  test('very long names and markup in a title stay text', async () => {
    const { html } = await mine(storeWith(asking('visietraject', 'real', ATTACK + 'x'.repeat(3000))), [
      SECRETARY,
    ]);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });

  test('hundreds of requests and flags stay within 150 KB, and the rest is counted', async () => {
    const records = Array.from({ length: 45 }, (_, index) => ({
      ...asking(`traject-${index}`),
      flags: Array.from({ length: 20 }, () =>
        flagOf({ reason: 'Er is iets. '.repeat(20), todo: 'Doe iets. '.repeat(10) }),
      ),
    }));
    const { html, words } = await mine(storeWith(...records), [SECRETARY, { role: 'lead' }]);
    expect(Buffer.byteLength(html)).toBeLessThan(150_000);
    expect(words).toMatch(/Er wachten er nog \d+/);
    expect(words).toContain('5 trajecten meer');
  });

  test('reads what is open, never the whole history', async () => {
    const never = () => Promise.reject(new Error('the whole history was read'));
    const store = { ...storeWith(asking()), rounds: never, requests: never, flags: never };
    const { html } = await mine(store, [SECRETARY, LEAD]);
    expect(html).toContain('/antwoord/visietraject/');
    expect(html).not.toContain('Niet alles kon worden gelezen');
  });

  test('looking changes nothing: the store of this test has no writes', async () => {
    expect((await mine(storeWith(asking()), [SECRETARY, LEAD])).status).toBe(200);
  });
});
