import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { zipArchive } from '../../functions/adapters/zipArchive.ts';
import type { Dossier } from '../../functions/domain/dossier/dossier.ts';
import { dossierFiles } from '../../functions/domain/dossier/dossierFiles.ts';
import { readDossier } from '../../functions/operations/readDossier.ts';
import { recordDecision } from '../../functions/operations/recordDecision.ts';
import { asked, CLERK, COLLEGES, LATER, ROUND, type Running } from './exampleRecord.ts';
import { createMemoryReferenceData } from './memoryReferenceData.ts';

const NOTE = '=HYPERLINK("https://kwaad.example") <script>alert(1)</script>';
const PDF = new TextEncoder().encode('%PDF-1.7 besluitenlijst');
const SHA = createHash('sha256').update(PDF).digest('hex');

let running: Running;
let kept: Uint8Array | 'too-large' | undefined;
beforeEach(async () => {
  running = await asked();
  kept = PDF;
  const answer = { trajectory: 'voorbeeld', round: ROUND, body: COLLEGES[0], on: '2026-02-02' } as const;
  await recordDecision(
    running.store,
    { ...answer, outcome: 'adopted', reference: 'O26.001', note: NOTE },
    LATER,
    CLERK,
  );
});

async function dossier(order: { round?: string; withoutPeople?: boolean } = {}): Promise<Dossier> {
  const { store } = running;
  const requests = async () =>
    (await running.store.requests('voorbeeld')).map((request) =>
      request.body === COLLEGES[0]
        ? { ...request, attachment: { key: 'k', size: PDF.length, sha256: SHA, addedAt: LATER, by: 'x' } }
        : request,
    );
  const sources = {
    store: { ...store, requests },
    reference: createMemoryReferenceData(),
    now: () => LATER,
    lists: { read: async () => kept },
  };
  return readDossier(sources, { trajectory: 'voorbeeld', withoutPeople: false, ...order });
}
const text = (files: Record<string, Uint8Array>, path: string) => new TextDecoder().decode(files[path]);
const unpacked = async (order = {}) => unzipSync(zipArchive(dossierFiles(await dossier(order))));

describe('the dossier of a process', () => {
  test('holds what was decided, the log, the plan, the decision list and an index of every file', async () => {
    const files = await unpacked();
    const paths = Object.keys(files);
    expect(paths).toEqual(
      expect.arrayContaining([
        'index.html',
        'besluiten.csv',
        'logboek.csv',
        'plan.json',
        'controlegetallen.txt',
      ]),
    );
    expect(files[`besluitenlijsten/${ROUND}-GM0001-college.pdf`]).toEqual(PDF);
    const index = text(files, 'index.html');
    for (const path of paths.filter((each) => !['index.html', 'controlegetallen.txt'].includes(each)))
      expect(index).toContain(`href="${path}"`);
    expect(text(files, 'besluiten.csv')).toContain('aangenomen;2026-02-02;O26.001');
    expect(JSON.parse(text(files, 'logboek.json')).map(({ what }: { what: string }) => what)).toContain(
      'decided',
    );
  });

  test('has a checksum of every file but the checksums, and is the same when nothing changed', async () => {
    const files = await unpacked();
    const lines = text(files, 'controlegetallen.txt').trim().split('\n');
    expect(lines).toHaveLength(Object.keys(files).length - 1);
    for (const line of lines) {
      const [hash, path = ''] = line.split('  ');
      expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(hash);
    }
    const again = zipArchive(dossierFiles(await dossier()));
    expect(again).toEqual(zipArchive(dossierFiles(await dossier())));
  });

  // Invariant 4. Guards: readDossier takes the views of rows, which have no token.
  test('has no token of a task in any file', async () => {
    const tokens = (await running.store.requests('voorbeeld')).flatMap(({ token }) => token ?? []);
    expect(tokens.length).toBeGreaterThan(0);
    for (const bytes of Object.values(await unpacked()))
      for (const token of tokens) expect(new TextDecoder().decode(bytes)).not.toContain(token);
  });

  test('shows what people typed as text: no markup in the index, no formula in a table', async () => {
    const files = await unpacked();
    expect(text(files, 'index.html')).not.toContain('<script>');
    expect(text(files, 'index.html')).toContain('&lt;script&gt;');
    expect(text(files, 'besluiten.csv')).toContain(`"'=HYPERLINK(""https://kwaad.example"")`);
  });

  test('for a Woo request has no name or address of a person', async () => {
    const files = await unpacked({ withoutPeople: true });
    expect(Object.keys(files).filter((path) => path.startsWith('berichten/'))).toEqual([]);
    for (const bytes of Object.values(files)) {
      const content = new TextDecoder().decode(bytes);
      expect(content).not.toContain('@');
      expect(content).not.toContain(CLERK.by);
    }
  });

  test('says of a decision list that is gone what it was', async () => {
    kept = undefined;
    const files = await unpacked();
    expect(text(files, `besluitenlijsten/${ROUND}-GM0001-college-ontbreekt.txt`)).toContain(SHA);
  });

  test('of one round has only what is of that round; of none that exists it is refused', async () => {
    const log = JSON.parse(text(await unpacked({ round: ROUND }), 'logboek.json')) as { subject: string }[];
    expect(log.length).toBeGreaterThan(0);
    expect(log.every(({ subject }) => subject.startsWith(ROUND))).toBe(true);
    await expect(dossier({ round: 'nergens.r1' })).rejects.toMatchObject({ code: 'UNKNOWN_ROUND' });
    await expect(dossier({ round: 'main.r2' })).rejects.toMatchObject({ code: 'ROUND_NOT_OPEN_YET' });
  });
});
