import type { CouncilRequest } from '../../domain/councils/councilSystem.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { CouncilAnswer, CouncilReader } from '../../operations/intake/pollPorts.ts';

/**
 * Asks council systems, and no other: exact origins of the source, https (plain http only in the local cloud, where the
 * tests' servers are), no redirect followed, no more bytes and no longer than the request allows.
 */
export function createCouncilReader({ stage }: { readonly stage: string }): CouncilReader {
  return {
    ask: async (request, origins) => {
      const refusal = notAllowed(new URL(request.url), origins, stage);
      if (refusal) return { kind: 'refused', why: refusal };
      try {
        return await answerTo(request);
      } catch (error) {
        throw error instanceof Unavailable ? error : new Unavailable('Het raadssysteem', error);
      }
    },
  };
}

function notAllowed(address: URL, origins: readonly string[], stage: string): string | undefined {
  if (address.protocol !== 'https:' && !(stage === 'local' && address.protocol === 'http:'))
    return `Het adres ${address.origin} is niet beveiligd; stel een adres met https in.`;
  if (address.username !== '' || address.password !== '')
    return `In het adres ${address.origin} staan inloggegevens; haal die eruit.`;
  if (!origins.includes(address.origin))
    return `Het adres ${address.origin} hoort niet bij deze bron; voeg het met --origin toe of verbeter het ingestelde adres.`;
  return undefined;
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
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  // Counted as it comes: what a header says of the length binds nobody, and what is compressed grows.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the body.
    if (bytes > most)
      return {
        kind: 'refused',
        why: `Het antwoord is groter dan ${Math.floor(most / 1_048_576)} MB en wordt niet gelezen; waarschuw de beheerder.`,
      };
    text += decoder.decode(chunk, { stream: true });
  }
  return { kind: 'answered', text: text + decoder.decode() };
}
