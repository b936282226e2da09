import { describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/domain/unavailable.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { createPortal } from '../../functions/web/portal.tsx';
import { NOTHING_IMPORTED } from './memoryReferenceData.ts';
import { EVERYBODY_READS } from './portalAccess.ts';
import {
  askedIn,
  flagOf,
  milestoneRow,
  type RecordOfTrajectory,
  roundOf,
  SECRET_TOKEN,
  started,
  storeWith,
} from './portalRecord.ts';

interface Warning {
  readonly message: string;
  readonly fields: Record<string, unknown>;
}

function portalOn(store: RecordStore, now = '2026-01-26T09:00:00.000Z') {
  const warnings: Warning[] = [];
  const log = {
    info: () => {},
    warn: (message: string, fields: Record<string, unknown>) => warnings.push({ message, fields }),
  };
  return {
    portal: createPortal({
      ...EVERYBODY_READS,
      store,
      reference: NOTHING_IMPORTED,
      stage: 'test',
      log,
      now: () => now,
    }),
    warnings,
  };
}

async function pageOf(store: RecordStore, path = '/', now?: string): Promise<string> {
  return (await portalOn(store, now).portal.request(path)).text();
}

/** What a reader sees: the words without the markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|head|header)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const part = (words: string, from: string, until: string) => words.split(from)[1]?.split(until)[0] ?? '';

function inProgress(): RecordOfTrajectory {
  const round = roundOf('process-proposal', 1, '2025-12-15T08:00:00.000Z');
  return {
    ...started(),
    milestones: [milestoneRow('process-proposal', { status: 'open' })],
    rounds: [round],
    requests: [
      askedIn(round, 'GM1900/college', {
        status: 'decided',
        outcome: 'adopted',
        decidedOn: '2025-12-16',
        reference: 'O25.002770',
        note: 'Met <script>alert(1)</script> & "zorg"',
      }),
      askedIn(round, 'GM0072/college'),
      askedIn(round, 'GM1949/college', {
        deferrals: [
          {
            decisionId: 'd',
            decidedOn: '2025-12-23',
            newDate: '2026-01-20',
            recordedAt: '2025-12-23T10:00:00.000Z',
          },
        ],
      }),
    ],
  };
}

function divided(revised: boolean): RecordOfTrajectory {
  const round = roundOf('process-proposal', 1, '2025-12-15T08:00:00.000Z', {
    status: 'handed-over',
    verdict: 'divided',
    closedAt: '2026-01-08T10:00:00.000Z',
    ...(revised && { revisedAt: '2026-01-20T10:00:00.000Z' }),
  });
  const rejection = { status: 'decided', outcome: 'rejected', decidedOn: '2026-01-08' } as const;
  return { ...started(), rounds: [round], requests: [askedIn(round, 'GM0072/college', rejection)] };
}

const brokenBy = (error: unknown): RecordStore => ({
  ...storeWith(),
  activeTrajectories: () => Promise.reject(error),
  allTrajectories: () => Promise.reject(error),
  trajectory: () => Promise.reject(error),
});

describe('the overview', () => {
  test('says who is to answer, since when, and until when a body postponed', async () => {
    const turn = part(wordsOf(await pageOf(storeWith(inProgress()))), 'Wie is nu aan zet', 'Besluitrondes');
    expect(turn).toContain('College Harlingen');
    expect(turn).toContain('Gevraagd een besluit te nemen over Procesvoorstel fase 1, ronde 1');
    expect(turn).toContain('Sinds 15 december 2025 (42 dagen geleden)');
    expect(turn).toMatch(/College Waadhoeke .*aangehouden nieuwe datum: 20 januari 2026 \(voorbij\)/);
    expect(turn).not.toContain('College Súdwest-Fryslân');
  });

  test('shows what each body of a round answered, and which were not asked yet', async () => {
    const answers = part(wordsOf(await pageOf(storeWith(inProgress()))), 'Antwoorden:', 'Planning');
    expect(answers).toContain('Colleges: gevraagd een besluit te nemen 1 van 4 beantwoord');
    expect(answers).toMatch(/College Súdwest-Fryslân . aangenomen 16 december 2025 O25\.002770/);
    expect(answers).toMatch(/Raadsadviescommissie . nog niet gevraagd/);
    for (const name of ['Súdwest-Fryslân', 'Harlingen', 'Waadhoeke', 'De Fryske Marren']) {
      expect(answers).toContain(`Raad ${name}`);
    }
  });

  test('shows the plan by period, with what is late and what each milestone still waits for', async () => {
    const planning = part(wordsOf(await pageOf(storeWith(inProgress()))), 'Planning', 'Deze pagina');
    expect(planning).toMatch(/december 2025 .*1e kwartaal 2026 .*2e kwartaal 2026 .*3e kwartaal 2027/);
    expect(planning).toMatch(/Procesvoorstel fase 1 vaststellen besluit . loopt . te laat 31 december 2025/);
    expect(planning).toMatch(
      /Communicatiestrategie taak . gepland 31 maart 2026 \d+ februari 2026 \d+ werkdagen speling – Procesvoorstel/,
    );
    expect(planning).toMatch(/Visie vaststellen besluit .*bepaalt het einde/);
  });

  test('escapes what people typed', async () => {
    const html = await pageOf(storeWith(inProgress()));
    expect(html).not.toContain('<script>');
    expect(html).toContain('Met &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;zorg&quot;');
  });

  test('never holds a task token', async () => {
    const store = storeWith(inProgress());
    expect(JSON.stringify(await store.requests('visietraject'))).toContain(SECRET_TOKEN);
    expect(await pageOf(store)).not.toContain(SECRET_TOKEN);
    expect(await pageOf(store, '/traject/visietraject')).not.toContain(SECRET_TOKEN);
  });

  test('says how to start a trajectory when there is none', async () => {
    const words = wordsOf(await pageOf(storeWith()));
    expect(words).toContain('Er loopt nu geen traject');
    expect(words).toContain('npx besluitketen start workflows/plans/visietraject.yaml');
  });

  test('shows five real trajectories in full, links to the others, and only links to simulated ones', async () => {
    const real = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => started(id));
    const html = await pageOf(storeWith(...real, started('sim-1', 'virtual')));
    expect(html.match(/<article class="trajectory"/g)).toHaveLength(5);
    expect(html).toContain('href="/traject/f"');
    expect(wordsOf(html)).toMatch(/Andere lopende trajecten .* f Simulaties .* sim-1 . simulatie/);
    expect(html).not.toContain('planning-sim-1');
  });

  test('leaves out a trajectory that the index still names and the table no longer has', async () => {
    const store = { ...storeWith(started()), allTrajectories: async () => ['gone', 'visietraject'] };
    expect((await portalOn(store).portal.request('/')).status).toBe(200);
  });
});

describe('a divided round', () => {
  test('is a task of the organisation until it is revised', async () => {
    const words = wordsOf(await pageOf(storeWith(divided(false)), '/traject/visietraject'));
    expect(words).toMatch(/De organisatie werkt aan een herzien voorstel .* Sinds 8 januari 2026/);
    expect(words).toMatch(/College Harlingen . verworpen 8 januari 2026/);
    expect(words).toMatch(/Raad Harlingen . niet gevraagd/);
  });

  test('is nobody’s task any more once it is revised', async () => {
    const words = wordsOf(await pageOf(storeWith(divided(true)), '/traject/visietraject'));
    expect(words).not.toContain('De organisatie werkt aan een herzien voorstel');
    expect(words).toContain('opgevolgd door een herzien voorstel');
  });
});

describe('what a person must look at', () => {
  test('is shown by name, without mail addresses, until it is resolved', async () => {
    const record = inProgress();
    const failed = askedIn(record.rounds[0]!, 'GM0072/college', {
      mails: {
        asked: {
          claimedUntil: '2025-12-15T08:05:00.000Z',
          attempts: 3,
          error: 'refused: griffie@harlingen.example',
        },
      },
    });
    const flags = [
      flagOf({}),
      flagOf({ subject: 'vision.r1', reason: 'Al opgelost.', resolvedAt: '2026-01-21T06:00:00.000Z' }),
    ];
    const words = wordsOf(await pageOf(storeWith({ ...record, requests: [failed], flags })));
    const signals = part(words, 'Signalen', 'Besluitrondes');
    expect(signals).toContain('ronde staat stil Procesvoorstel fase 1, ronde 1 sinds 20 januari 2026');
    expect(signals).toContain('bericht niet verzonden Procesvoorstel fase 1, ronde 1, College Harlingen');
    expect(signals).toContain('(refused: [adres])');
    expect(signals).not.toContain('Al opgelost');
  });
});

test('a flag of the planning is shown with the milestone by its title, and what can be done', async () => {
  const risk = flagOf({
    flag: 'at-risk',
    subject: 'vision-adopted',
    reason: 'Te laat.',
    todo: 'Bel de raad.',
  });
  const words = wordsOf(await pageOf(storeWith({ ...inProgress(), flags: [risk] })));
  expect(part(words, 'Signalen', 'Besluitrondes')).toMatch(
    /Visie vaststellen .*Wat u kunt doen: Bel de raad\./,
  );
});

describe('the page of one trajectory', () => {
  test('marks a simulation, and does not measure it by our calendar', async () => {
    const record = { ...inProgress(), trajectory: started('visietraject', 'virtual').trajectory };
    const words = wordsOf(
      await pageOf(storeWith(record), '/traject/visietraject', '2030-01-01T09:00:00.000Z'),
    );
    expect(words).toContain('simulatie');
    expect(words).not.toContain('te laat');
    expect(words).not.toContain('geleden');
  });

  test.each(['/traject/onbekend', `/traject/${'x'.repeat(3000)}`, '/traject/%E0%A4%A', '/traject/%3Cb%3E'])(
    'of an unknown id is a 404 in plain Dutch (%#)',
    async (path) => {
      const answer = await portalOn(storeWith()).portal.request(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Dit traject bestaat niet');
    },
  );
});

describe('every page', () => {
  test.each(['/', '/traject/visietraject'])(
    'has one h1, a language and no script in it (%s)',
    async (path) => {
      const html = await pageOf(storeWith(inProgress()), path);
      expect(html).toMatch(/^<!doctype html><html lang="nl">/);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html.match(/<script[^>]*>/g)).toEqual([
        expect.stringMatching(/^<script src="\/pagina\.js\?v=[0-9a-f]{12}" defer(="")?>$/),
      ]);
      expect(html).not.toMatch(/<script[^>]*>[^<]|style="|\son[a-z]+="|https?:\/\//);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test.each(['/', '/traject/onbekend', '/nergens'])('is sent with strict headers (%s)', async (path) => {
    const { headers } = await portalOn(storeWith()).portal.request(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('an unknown path is a 404 page, another method a 405 page that names what is allowed', async () => {
    const { portal } = portalOn(storeWith());
    expect((await portal.request('/nergens')).status).toBe(404);
    const posted = await portal.request('/', { method: 'POST' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toContain('GET');
    expect(posted.headers.get('cache-control')).toBe('no-store');
    expect(await posted.text()).toContain('Dit kan hier niet');
    expect((await portal.request('/', { method: 'HEAD' })).status).toBe(200);
  });

  test.each([
    [503, new Unavailable('De tabel', new Error('secret-host:8000 refused'))],
    [500, new TypeError('secret-host undefined')],
  ])('a failure is a %i page without internals, and a warning in the log', async (status, error) => {
    const { portal, warnings } = portalOn(brokenBy(error));
    const answer = await portal.request('/');
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('secret-host');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(warnings).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ path: '/', error: error.name }) }),
    ]);
  });
});

describe('a trajectory of which a row cannot be read', () => {
  function withOneBroken(...broken: string[]): RecordStore {
    const store = storeWith(started('eerste'), started('tweede'), started('gespeeld', 'virtual'));
    const read = (id: string, then: () => Promise<never[]>) =>
      broken.includes(id) ? Promise.reject(new TypeError('secret-row')) : then();
    return {
      ...store,
      rounds: (id) => read(id, async () => []),
      trajectory: async (id) =>
        broken.includes(id) && id === 'gespeeld' ? read(id, async () => []) : store.trajectory(id),
    } as RecordStore;
  }

  // The guard is readEach in overview.ts.
  test.each(['eerste', 'gespeeld'])('%s: is named on the overview, and the others are shown', async (id) => {
    const { portal, warnings } = portalOn(withOneBroken(id));
    const answer = await portal.request('/');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).not.toContain('secret-row');
    expect(part(wordsOf(html), 'Niet te lezen', 'Nu aan zet')).toContain(id);
    expect(html).toContain('href="/traject/tweede"');
    expect(html).not.toContain(`href="/traject/${id}"`);
    expect(warnings).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ trajectory: id }) }),
    ]);
  });

  test('is not said to be none', async () => {
    const html = await pageOf(withOneBroken('eerste', 'tweede'));
    expect(wordsOf(html)).not.toContain('Er loopt nu geen traject');
  });

  test('has a page that says so, with a 500', async () => {
    expect((await portalOn(withOneBroken('eerste')).portal.request('/traject/eerste')).status).toBe(500);
  });
});

describe('the stylesheet', () => {
  test('is kept for ever under the hash the page names, and not under another', async () => {
    const { portal } = portalOn(storeWith());
    const address = /href="(\/stijl\.css\?v=[0-9a-f]+)"/.exec(await pageOf(storeWith()))?.[1] ?? '';
    const sheet = await portal.request(address);
    expect(sheet.headers.get('content-type')).toContain('text/css');
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect(await sheet.text()).not.toMatch(/url\(|@import/);
    expect((await portal.request('/stijl.css?v=old')).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('/healthz', () => {
  test('is ok only if the table answers', async () => {
    const healthy = await portalOn(storeWith()).portal.request('/healthz');
    expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'ok' }]);
    const { portal, warnings } = portalOn(brokenBy(new Unavailable('De tabel', 'x')));
    expect((await portal.request('/healthz')).status).toBe(503);
    expect(warnings).toHaveLength(1);
  });
});
