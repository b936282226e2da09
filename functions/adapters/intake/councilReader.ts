import type { CouncilRequest } from '../../domain/councils/councilSystem.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { CouncilAnswer, CouncilReader } from '../../operations/intake/pollPorts.ts';
import { whyNot } from './mayBeAsked.ts';
import { readLimited } from './readLimited.ts';

/**
 * Asks council systems, and no other: what `whyNot` allows (exact origins of the source, https, no inner networks), no
 * redirect followed, no more bytes and no longer than the request allows.
 */
export function createCouncilReader({ local }: { readonly local: boolean }): CouncilReader {
  return {
    ask: async (request, origins) => {
      const why = await whyNot(request.url, origins, local);
      if (why !== undefined)
        return {
          kind: 'refused',
          why: `Deze bron kan niet worden bevraagd. ${why} Verbeter het adres in de instelling.`,
        };
      try {
        return await answerTo(request);
      } catch (error) {
        throw error instanceof Unavailable ? error : new Unavailable('Het raadssysteem', error);
      }
    },
  };
}

async function answerTo({ url, post, limits }: CouncilRequest): Promise<CouncilAnswer> {
  const response = await fetch(url, {
    method: post ? 'POST' : 'GET',
    headers: {
      accept: post?.soapAction === undefined ? 'application/json' : 'text/xml',
      'user-agent': 'besluitketen',
      ...(post && { 'content-type': post.contentType }),
      ...(post?.soapAction !== undefined && { soapaction: post.soapAction }),
    },
    ...(post && { body: post.body }),
    redirect: 'manual',
    // Over the body too: a server that drips holds nobody.
    signal: AbortSignal.timeout(limits.longestMs),
  });
  if (response.status === 200) return bodyOf(response, limits.mostBytes);
  await response.body?.cancel();
  if (response.status === 401 || response.status === 403)
    return { kind: 'forbidden', status: response.status };
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  if (response.status === 429 || response.status >= 500)
    throw new Unavailable('Het raadssysteem', new Error(`status ${response.status}`));
  return {
    kind: 'refused',
    why:
      response.status >= 300 && response.status < 400
        ? 'Het systeem verwijst door naar een ander adres, en dat wordt niet gevolgd; stel het juiste adres in.'
        : `Het systeem begrijpt de vraag niet (status ${response.status}); waarschuw de beheerder.`,
  };
}

async function bodyOf(response: Response, most: number): Promise<CouncilAnswer> {
  const text = await readLimited(response, most);
  if (text !== undefined) return { kind: 'answered', text };
  return {
    kind: 'refused',
    why: `Het antwoord is groter dan ${Math.floor(most / 1_048_576)} MB en wordt niet gelezen; waarschuw de beheerder.`,
  };
}
