import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Source } from '../../domain/intake/source.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { Fetched, ResourceReader, SourceSecrets } from '../../operations/intake/ports.ts';
import { readLimited } from './readLimited.ts';
import { zgwToken } from './zgwToken.ts';

const TIMEOUT_MS = 5_000;
const MOST_BYTES = 1024 * 1024;
/** Asking again later may be answered: too early, too often, a wrong clock or key (Open Zaak: 403), or a fault of theirs. */
const PASSING = new Set([401, 403, 408, 425, 429]);

export interface ResourceReaderOptions {
  readonly secrets: Pick<SourceSecrets, 'read'>;
  /** Only stage `local` may ask plain http and the machine itself. */
  readonly local: boolean;
}

/**
 * Fetches what a message names, and nothing else: only from the exact origins of its source, over https, without
 * following a redirect, not from addresses inside a network, in five seconds, at most 1 MB, JSON only (domain.md;
 * OWASP "Server-Side Request Forgery Prevention").
 */
export function createResourceReader({ secrets, local }: ResourceReaderOptions): ResourceReader {
  return {
    read: async (address, source) => {
      const url = URL.canParse(address) ? new URL(address) : undefined;
      const why = url ? await whyNot(url, source, local) : 'het adres is geen adres';
      if (why !== undefined || !url) return { kind: 'refused', why: why ?? '' };
      const secret = await secrets.read(source.name);
      return ask(url, await zgwToken(secret, new Date()));
    },
  };
}

/** Why an address may not be asked; undefined: it may. Throws `Unavailable` when its name leads nowhere now. */
export async function whyNot(
  url: URL,
  { origins }: Pick<Source, 'origins'>,
  local: boolean,
): Promise<string | undefined> {
  if (!origins.includes(url.origin)) return `${url.origin} is geen adres van deze bron`;
  if (url.username || url.password) return 'het adres bevat een naam of wachtwoord';
  if (local) return undefined;
  if (url.protocol !== 'https:') return 'het adres is geen https';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await addressesOf(host);
  return addresses.some(isInside) ? 'het adres ligt in een afgeschermd netwerk' : undefined;
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (error) {
    throw new Unavailable('De bron', error);
  }
}

const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv6');

/** Loopback, link-local, private and special networks; an IPv4 address inside an IPv6 one counts as itself. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  return INSIDE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

async function ask(url: URL, token: string | undefined): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let answer: Response;
  try {
    answer = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    });
  } catch (error) {
    throw new Unavailable('De bron', error);
  }
  const { status } = answer;
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (PASSING.has(status) || status >= 500) throw new Unavailable('De bron', new Error(`antwoord ${status}`));
  if (status !== 200) return { kind: 'refused', why: `de bron antwoordt met ${status}` };
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(answer.headers.get('content-type') ?? ''))
    return { kind: 'refused', why: 'de bron geeft geen JSON' };
  const text = await readLimited(answer, MOST_BYTES).catch((error: unknown) => {
    throw new Unavailable('De bron', error);
  });
  if (text === undefined) return { kind: 'refused', why: 'de bron geeft meer dan 1 MB' };
  try {
    return { kind: 'found', json: JSON.parse(text) };
  } catch {
    return { kind: 'refused', why: 'de bron geeft geen geldige JSON' };
  }
}
