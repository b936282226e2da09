import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../functions/domain/access/role.ts';
import type { RecordStore } from '../../functions/operations/ports.ts';
import { LARGEST_FILE } from '../../functions/web/largestFile.ts';
import { asked, COLLEGES, createMailbox, LATER, ROUND, type Running } from './exampleRecord.ts';
import { tell } from './goOn.ts';
import { type MemoryForms, memoryForms, signedInOn } from './portalForms.ts';

const LEAD: Partial<Grant> = { role: 'lead', trajectory: 'voorbeeld' };
const READER: Partial<Grant> = { role: 'reader' };
const FILE = '/traject/voorbeeld/dossier.zip';
/** Does not get smaller in an archive, as a PDF does not. */
const PDF = Uint8Array.from(randomBytes(4_000));

let running: Running;
let size: number;
beforeEach(async () => {
  running = await asked();
  await tell(running, createMailbox());
  await running.decide(COLLEGES[0]);
  size = PDF.length;
});

const read: string[] = [];
const lists = {
  read: async (key: string) => {
    read.push(key);
    return PDF;
  },
};

function formsWith(given: MemoryForms['stores']['lists']): MemoryForms {
  const forms = memoryForms();
  return { ...forms, stores: { ...forms.stores, lists: given } };
}

/** The record with a decision list of this size at the first answer. */
function withList(): RecordStore {
  const attachment = () => ({ key: 'k', size, sha256: 'f'.repeat(64), addedAt: LATER, by: 'x' });
  return {
    ...running.store,
    requests: async (id) =>
      (await running.store.requests(id)).map((request) =>
        request.body === COLLEGES[0] ? { ...request, attachment: attachment() } : request,
      ),
  };
}

const as = (role: Partial<Grant>, store = withList()) =>
  signedInOn(store, formsWith(lists), [role], 'P. Projectleider');

async function filesOf(query: string) {
  const response = await (await as(LEAD)).get(`${FILE}${query}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return { response, files: unzipSync(new Uint8Array(await response.arrayBuffer())) };
}

describe('the dossier in the portal', () => {
  test('is offered to who may make it, of the process and of a round, and to nobody else', async () => {
    const [whole, round] = ['/traject/voorbeeld', `/traject/voorbeeld/ronde/${ROUND}`];
    const to = 'href="/traject/voorbeeld/dossier"';
    for (const role of [LEAD, { role: 'administrator' as const }]) {
      const browser = await as(role);
      expect((await browser.open(whole)).html).toContain(to);
      expect((await browser.open(round)).html).toContain(`/dossier?ronde=${ROUND}"`);
      expect((await browser.open('/traject/voorbeeld/dossier')).status).toBe(200);
    }
    const reader = await as(READER);
    expect((await reader.open(whole)).html).not.toContain('/dossier');
    expect((await reader.open(round)).html).not.toContain('/dossier');
    expect((await reader.open('/traject/voorbeeld/dossier')).status).toBe(403);
  });

  test('asks what is wanted, with the round that somebody comes from, and with nobody chosen for them', async () => {
    const { html } = await (await as(LEAD)).open(`/traject/voorbeeld/dossier?ronde=${ROUND}`);
    expect(html).toMatch(new RegExp(`<option value="${ROUND}" selected`));
    expect(html).not.toContain('checked');
  });

  test('holds the whole process with people, and is named after it', async () => {
    const { response, files } = await filesOf('?personen=met');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="voorbeeld.zip"');
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['index.html', 'besluiten.csv', 'logboek.csv', 'berichten/0001.txt']),
    );
    expect(files[`besluitenlijsten/${ROUND}-GM0001-college.pdf`]).toEqual(PDF);
  });

  // Guards: dossierRoutes.tsx: personen !== 'met'.
  test.each(['?personen=zonder', '', '?personen=iets'])(
    'holds no people unless they were asked for: "%s"',
    async (query) => {
      const { response, files } = await filesOf(query);
      expect(response.headers.get('content-disposition')).toContain('voorbeeld-zonder-personen.zip');
      expect(Object.keys(files).some((path) => path.startsWith('berichten/'))).toBe(false);
      const written = Object.entries(files).filter(([path]) => !path.endsWith('.pdf'));
      const text = written.map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
      expect(text.join()).not.toContain('@');
    },
  );

  test('of one round is named after it', async () => {
    const { response } = await filesOf(`?ronde=${ROUND}&personen=met`);
    expect(response.headers.get('content-disposition')).toContain(`voorbeeld-${ROUND}.zip`);
  });

  // Lambda: a binary answer is base64, and says so (API Gateway, HTTP API payload format 2.0).
  test('comes whole through the answer of a function', async () => {
    const browser = await as(LEAD);
    const [cookie] = Object.entries(browser.cookies()).map(([name, value]) => `${name}=${value}`);
    const event = {
      version: '2.0',
      ...{ routeKey: '$default', rawPath: FILE, rawQueryString: 'personen=met' },
      headers: { host: 'besluiten.regio.example', cookie: cookie ?? '' },
      cookies: [cookie ?? ''],
      isBase64Encoded: false,
      requestContext: { http: { method: 'GET', path: FILE }, domainName: 'besluiten.regio.example' },
    };
    const answer = (await handle(browser.portal)(event as unknown as LambdaEvent)) as { body: string };
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(unzipSync(Buffer.from(answer.body, 'base64'))['index.html']).toBeDefined();
  });

  // Guards: dossierRoutes.tsx: bytesOfLists > LARGEST_FILE. Nothing is fetched that cannot be sent.
  test('that is too large says how else to get it, and reads no list', async () => {
    size = LARGEST_FILE + 1;
    read.length = 0;
    const { status, words } = await (await as(LEAD)).open(`${FILE}?ronde=${ROUND}`);
    expect(status).toBe(413);
    expect(words).toContain(`besluitketen dossier voorbeeld --stage prod --round ${ROUND} --without-people`);
    expect(read).toEqual([]);
  });

  // Guards: dossierRoutes.tsx: archive.length > LARGEST_FILE. The record may be wrong about a size.
  test('that turns out too large is not sent in part', async () => {
    const large = Uint8Array.from(randomBytes(LARGEST_FILE + 1));
    const forms = formsWith({ read: async () => large });
    const browser = await signedInOn(withList(), forms, [LEAD]);
    expect((await browser.open(FILE)).status).toBe(413);
  });

  test.each(['main.r9', 'nergens.r1', '%3Cscript%3E', '../x'])(
    'of a round that does not exist says so: %s',
    async (round) => {
      const { status, words } = await (await as(LEAD)).open(`${FILE}?ronde=${round}`);
      expect([status, words]).toEqual([404, expect.stringContaining('Deze besluitronde bestaat niet')]);
    },
  );

  test('leaves in the log that it was made, and by which session', async () => {
    const browser = await as(LEAD);
    await browser.get(`${FILE}?personen=met`);
    expect(browser.log).toContainEqual({
      message: 'a dossier was made',
      fields: { trajectory: 'voorbeeld', withoutPeople: false, session: expect.any(String) },
    });
  });
});
