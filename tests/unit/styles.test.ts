import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stylesheet } from '../../functions/web/styles/stylesheet.ts';
import { componentsFromPackages, PACKAGES } from '../../functions/web/styles/utrechtPackages.ts';
import { utrechtTokens } from '../../functions/web/styles/utrechtTokens.ts';
import { readingOn } from './portalReading.ts';
import { storeWith } from './portalRecord.ts';

const packageFile = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
) as { readonly dependencies: Readonly<Record<string, string>> };

test('the packages of the Utrecht components are those that the stylesheet is made of', () => {
  const listed = Object.keys(packageFile.dependencies).filter((name) => name.startsWith('@utrecht/'));
  expect(listed).toEqual([...PACKAGES].sort());
});

test('every token of the components that we set is one that they read', () => {
  const components = componentsFromPackages();
  const set = [...utrechtTokens.matchAll(/^\s*(--utrecht-[a-z0-9-]+):/gm)].map(([, name]) => name);
  expect(set.length).toBeGreaterThan(100);
  expect(set.filter((name) => !components.includes(`var(${name}`))).toEqual([]);
});

test('every rule of the components stands in their layer, where ours go before it', () => {
  expect(stylesheet.startsWith('@layer utrecht {')).toBe(true);
  expect(stylesheet).toContain('.utrecht-status-badge{');
  expect(stylesheet).not.toMatch(/@charset|@import|url\(/);
});

test('the stylesheet is sent compressed to who takes that, and leaves most of 150 KB to a page in any case', async () => {
  const { get } = readingOn(storeWith());
  const page = await get('/');
  const address = /<link rel="stylesheet" href="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const asked = (encoding: string) =>
    readingOn(storeWith()).request(address, { headers: { 'accept-encoding': encoding } });
  for (const encoding of ['gzip, deflate, br', 'br;q=1, gzip;q=0.5']) {
    const answer = await asked(encoding);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    const sent = new Uint8Array(await answer.arrayBuffer());
    expect(sent.length).toBeLessThan(20_000);
    expect(gunzipSync(sent).toString('utf8')).toBe(stylesheet);
  }
  for (const encoding of ['', 'identity', 'gzip;q=0']) {
    const answer = await asked(encoding);
    expect([encoding, answer.headers.get('content-encoding')]).toEqual([encoding, null]);
    expect(await answer.text()).toBe(stylesheet);
  }
  expect(Buffer.byteLength(stylesheet)).toBeLessThan(100_000);
});
