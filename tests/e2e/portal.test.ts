import { beforeAll, expect, test } from 'vitest';
import { portalUrl, rowsOf } from './deployed.ts';
import { answer, atRest, type PlanCopy, startedTrajectory } from './trajectories.ts';

/** The overview shows the first trajectories in full, by id: this one is among them. */
let plan: PlanCopy;

beforeAll(async () => {
  plan = await startedTrajectory('a-portal');
  await answer(plan.id, 'process-proposal.r1', 'GM0072/college', { reference: 'B&W 2025/412' });
  await atRest(plan);
});

async function read(path: string, method = 'GET') {
  const response = await fetch(`${portalUrl}${path}`, { method });
  const html = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    html,
    words: html
      .replace(/<(style|head)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  };
}

test('the first page shows the trajectory, its plan and who is to answer', async () => {
  const { status, headers, html } = await read('/');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/html/);
  expect(html).toContain('<html lang="nl"');
  const article = html.split('<article').find((part) => part.includes(`titel-${plan.id}`)) ?? '';
  expect(article).toContain('Visietraject sociale infrastructuur kwetsbare werkzoekenden');
  const turns = article.slice(article.indexOf(`aan-zet-${plan.id}`)).split('</section>')[0] ?? '';
  for (const college of ['Súdwest-Fryslân', 'Waadhoeke', 'De Fryske Marren']) {
    expect(turns).toContain(`College ${college}`);
  }
  expect(turns).not.toContain('College Harlingen');
});

test('a trajectory’s own page shows what was answered and what is still to come', async () => {
  const { status, words } = await read(`/traject/${plan.id}`);
  expect(status).toBe(200);
  expect(words).toContain('College Harlingen');
  expect(words).toContain('aangenomen');
  expect(words).toContain('B&amp;W 2025/412');
  expect(words).toContain('Visie vaststellen');
});

test('reading a page changes nothing', async () => {
  const before = await rowsOf(plan.id);
  await read('/');
  await read(`/traject/${plan.id}`);
  expect(await rowsOf(plan.id)).toEqual(before);
});

test('/healthz says ok while the table answers', async () => {
  const { status, html } = await read('/healthz');
  expect(status).toBe(200);
  expect(JSON.parse(html)).toEqual({ status: 'ok' });
});

test('a page or trajectory that does not exist is a 404 with a way back', async () => {
  for (const path of ['/nergens', '/traject/nergens', '/traject/..%2F..%2Fetc']) {
    const { status, words, html } = await read(path);
    expect({ path, status }).toEqual({ path, status: 404 });
    expect(words).toContain('bestaat niet');
    expect(html).toContain('href="/"');
  }
});

test('a page takes no other method than reading', async () => {
  const { status, headers } = await read('/', 'POST');
  expect(status).toBe(405);
  expect(headers.get('allow')).toContain('GET');
});
