import { describe, expect, test } from 'vitest';
import { endOf, newSession } from '../../functions/domain/access/session.ts';
import { accessWith, grantOf, memoryGrants } from './portalAccess.ts';
import { createBrowser } from './portalBrowser.ts';
import { roundOf, SECRET_TOKEN, started, storeWith } from './portalRecord.ts';
import { inThirdRound } from './timelineRecord.ts';

const AT = '2026-02-20T09:00:00.000Z';
const MAIL = 'iemand@gemeente.example';
const CHAIN_ARN = 'arn:aws:states:eu-west-1:123456789012:stateMachine:besluitketen-prod-approval-chain';
const PAGE = '/traject/visietraject/ronde/process-proposal.r3';

async function pageOf(
  path = PAGE,
  { role = 'reader' as const, record = inThirdRound(), stage = 'prod' } = {},
) {
  return pageAs(role, path, record, stage);
}

async function pageAs(
  role: 'reader' | 'administrator',
  path: string,
  record = inThirdRound(),
  stage = 'prod',
) {
  const access = accessWith({ grants: memoryGrants([grantOf({ mail: MAIL, role })]) });
  const browser = createBrowser({
    access,
    stage,
    now: () => AT,
    store: storeWith(record),
    chainArn: CHAIN_ARN,
  });
  const session = newSession({ mail: MAIL, name: 'Iemand' }, AT);
  const cookie = stage === 'local' ? 'sessie' : '__Host-sessie';
  browser.setCookie(cookie, await access.sealing.seal('session', session, endOf(session)));
  const response = await browser.get(path);
  return { status: response.status, html: await response.text() };
}

const wordsOf = (html: string) =>
  html
    .replace(/<head[\s\S]*?<\/head>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const part = (words: string, from: string, until: string) => words.split(from)[1]?.split(until)[0] ?? '';

describe('the page of a round', () => {
  test('says what was proposed, what each body answered with reference and note, and who is to answer', async () => {
    const words = wordsOf((await pageOf()).html);
    expect(words).toContain('Procesvoorstel fase 1, ronde 3 ● loopt Geopend op 2 februari 2026');
    expect(part(words, ' Voorstel ', 'Wie is nu aan zet')).toMatch(
      /Stem in met .* Wat er herzien is: De bijdrage/,
    );
    expect(part(words, 'Wie is nu aan zet', ' Antwoorden ')).toMatch(
      /Raadsadviescommissie .* Sinds 12 februari 2026 \(8 dagen geleden\) .* nieuwe datum: 10 maart 2026/,
    );
    expect(words).toMatch(
      /College Harlingen . aangenomen 10 februari 2026 B&amp;W 2026\/041 Met &lt;script&gt;/,
    );
    expect(words).toMatch(/Raad Harlingen . nog niet gevraagd/);
  });

  test('keeps what was put right, and names the decision list with its size and not who brought it', async () => {
    const { html } = await pageOf();
    const words = wordsOf(html);
    expect(words).toMatch(
      /College Harlingen : verworpen op 10 februari 2026 Gecorrigeerd op 11 februari 2026 : Verkeerde uitkomst/,
    );
    expect(words).toContain(
      'Besluitenlijst van College Harlingen: PDF, 1,2 MB, toegevoegd op 11 februari 2026',
    );
    expect(html).not.toMatch(/secretaris@|besluitenlijsten\/|a{64}/);
  });

  test('shows the rounds before it, because of whom they went back, and what each revision changed', async () => {
    const words = part(wordsOf((await pageOf()).html), 'Alle rondes van dit voorstel', 'De keten');
    expect(words).toMatch(/ronde 1 . opgevolgd .* Niet akkoord: College Harlingen/);
    expect(words).toMatch(/ronde 2 .* De rol van Harlingen .* Niet akkoord: College De Fryske Marren/);
    expect(words).toContain('ronde 3 (deze pagina)');
    expect(words).toMatch(
      /College Harlingen ✕ verworpen 16 december 2025 ✓ aangenomen 16 januari 2026 ✓ aangenomen/,
    );
  });

  test('draws the chain with the state where the round stands, and says so in words', async () => {
    const { html } = await pageOf();
    expect(html.match(/class="state state-now"/g)).toHaveLength(1);
    expect(html).toMatch(/class="state state-now"><rect[^>]*\/?>.*?RacTakesNote/);
    const words = part(wordsOf(html), 'De keten', 'Deze pagina toont');
    expect(words).toMatch(/De ronde staat nu in Commissie neemt kennis \( RacTakesNote \)/);
    expect(words).toMatch(/Colleges besluiten; allen moeten akkoord zijn ✓ akkoord 10 februari 2026/);
    expect(words).toMatch(
      /Commissie neemt kennis; .* ● hier staat de ronde Raden nemen kennis; .* ○ nog niet aan de beurt/,
    );
  });

  test('of an earlier round is as it ended', async () => {
    const { html } = await pageOf('/traject/visietraject/ronde/process-proposal.r1');
    expect(html).toMatch(/class="state state-now"><rect[^>]*\/?>.*?HandedBackForRevision/);
    expect(wordsOf(html)).toMatch(/Raad Harlingen . niet gevraagd/);
    expect(wordsOf(html)).not.toContain('Wie is nu aan zet ');
  });

  test('of a round that was withdrawn before anybody answered says why', async () => {
    const round = roundOf('vision', 1, '2026-02-02T09:00:00.000Z', {
      status: 'withdrawn',
      withdrawnBecause: 'Het plan <i>vervalt</i>.',
      closedAt: '2026-02-03T09:00:00.000Z',
    });
    const record = { ...started(), rounds: [round] };
    const words = wordsOf((await pageOf('/traject/visietraject/ronde/vision.r1', { record })).html);
    expect(words).toContain('Waarom zij is ingetrokken: Het plan &lt;i&gt;vervalt&lt;/i&gt;.');
    expect(words).toContain('nog geen besluitenlijst');
    expect(words).not.toContain('Alle rondes van dit voorstel');
  });

  test('has one h1, no script, no style, no address elsewhere and no task token', async () => {
    const { html } = await pageOf();
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script>|style="|\son[a-z]+="|https?:\/\//);
    expect(html).not.toContain(SECRET_TOKEN);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is linked from the trajectory', async () => {
    for (const number of [1, 2, 3])
      expect((await pageOf('/traject/visietraject')).html).toContain(`href="${PAGE.slice(0, -1)}${number}"`);
  });

  test.each([
    'process-proposal.r4',
    'vision.r1',
    'process-proposal',
    'process-proposal.r01',
    '%3Cb%3E',
    'x'.repeat(3000),
    'process-proposal.r3%20',
  ])('that does not exist is a 404 with a way back: %s', async (round) => {
    const { status, html } = await pageOf(`/traject/visietraject/ronde/${round}`);
    expect(status).toBe(404);
    expect(html).toContain('Deze besluitronde bestaat niet');
    expect(html).toContain('href="/traject/visietraject"');
  });

  test('of a trajectory that does not exist is the same as that trajectory’s own', async () => {
    const { status, html } = await pageOf('/traject/onbekend/ronde/process-proposal.r1');
    expect([status, html.includes('Dit traject bestaat niet')]).toEqual([404, true]);
  });
});

describe('the execution of a round', () => {
  const arn = `${CHAIN_ARN.replace('stateMachine', 'execution')}:visietraject-process-proposal-r3-e1`;

  // Guards: roundRoute.tsx: isAdministrator.
  test('is shown to an administrator, with its address in the console, and to nobody else', async () => {
    const { html } = await pageAs('administrator', PAGE);
    expect(html).toContain('visietraject-process-proposal-r3-e1');
    expect(html).toContain(`#/v2/executions/details/${encodeURIComponent(arn)}"`);
    const reader = (await pageOf()).html;
    expect(reader).not.toMatch(/Uitvoering<|amazon|123456789012/);
  });

  test('that was not started yet is said to be so', async () => {
    const record = inThirdRound();
    const rounds = record.rounds.map((round) => ({ ...round, startedEpoch: 0 }));
    expect((await pageAs('administrator', PAGE, { ...record, rounds })).html).toContain('nog niet gestart');
  });

  test('of the local cloud is not in any console: the page says how to see it', async () => {
    const { html } = await pageAs('administrator', PAGE, inThirdRound(), 'local');
    expect(html).toContain('De lokale cloud heeft geen AWS-console');
    expect(html).toContain(arn);
    expect(html).not.toContain('amazon.com');
  });
});
