import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import { judgeAddress } from '../../domain/intake/resourceAddress.ts';
import { Forbidden, Unavailable } from '../../domain/unavailable.ts';
import type { Fetched, ResourceReader, SourceSecrets } from '../../operations/intake/ports.ts';
import { lookupPublic, NotPublic, refuseLiteral } from './publicLookup.ts';
import { type Answered, readJson } from './readJson.ts';
import { zgwToken } from './zgwToken.ts';

/** All of it: name, connection, answer. domain.md, "Notifications": 5 s, 1 MB. */
const LONGEST_MS = 5_000;
const MOST_BYTES = 1_000_000;

interface Settings {
  readonly secrets: Pick<SourceSecrets, 'read'>;
  /** Only the local cloud may ask over http, and machines that are not on the internet. */
  readonly local: boolean;
  readonly nowSeconds: () => number;
  readonly longestMs?: number;
}

/**
 * Reads what an address says that a message named, and nothing else: an exact origin of the source, https, an address
 * on the internet (the one that is connected to, so a name cannot change in between), no redirect, JSON, 1 MB in 5 s.
 * Signed with a fresh ZGW token. A message can make us ask; it must not make us ask elsewhere (OWASP, SSRF prevention).
 */
export function createResourceReader(settings: Settings): ResourceReader {
  const { secrets, local, nowSeconds, longestMs = LONGEST_MS } = settings;
  return {
    read: async (address, source) => {
      const judged = judgeAddress(address, source.origins, local);
      if ('why' in judged) return { kind: 'refused', why: judged.why };
      const secret = await secrets.read(source.name);
      if (!secret) throw unavailable(judged.url, new Error('its secret is missing'));
      try {
        if (!local) refuseLiteral(judged.url.hostname);
        const authorization = `Bearer ${await zgwToken(secret, nowSeconds())}`;
        return meaningOf(judged.url, await ask(judged.url, authorization, local, longestMs));
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        if (error instanceof NotPublic)
          return {
            kind: 'refused',
            why: `Het adres ${judged.url.origin} wijst naar een intern netwerk; het wordt niet opgevraagd.`,
          };
        throw unavailable(judged.url, error);
      }
    },
  };
}

function ask(url: URL, authorization: string, local: boolean, longestMs: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const call = (url.protocol === 'https:' ? askHttps : askHttp)(url, {
      method: 'GET',
      agent: false,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        // The Zaken API wants it; the others do not mind.
        'accept-crs': 'EPSG:4326',
        authorization,
      },
      signal: AbortSignal.timeout(longestMs),
      ...(!local && { lookup: lookupPublic }),
    });
    call.once('error', reject);
    call.once('response', (response) => {
      readJson(response, MOST_BYTES).then(resolve, reject);
    });
    call.end();
  });
}

/** What an answer means; `node:http` follows no redirect by itself. */
function meaningOf(url: URL, { status, body }: Answered): Fetched {
  if (status === 404 || status === 410) return { kind: 'gone' };
  // Open Zaak answers every fault in the token with 403: a secret that was just rotated mends itself.
  if (status === 401 || status === 403) throw new Forbidden(nameOf(url), status);
  if (status === 429 || status >= 500) throw unavailable(url, new Error(`status ${status}`));
  const refused = (why: string): Fetched => ({ kind: 'refused', why: `Het adres ${url.origin} ${why}.` });
  if (status >= 300 && status < 400) return refused('verwijst door; doorverwijzingen worden niet gevolgd');
  if (status !== 200) return refused(`antwoordt met ${status}`);
  return 'json' in body ? { kind: 'found', json: body.json } : refused(body.why);
}

function unavailable(url: URL, cause: unknown): Unavailable {
  return new Unavailable(nameOf(url), cause);
}

function nameOf({ hostname }: URL): string {
  return `Het documentsysteem ${hostname}`;
}
