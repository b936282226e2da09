import type { IncomingMessage } from 'node:http';

export interface Answered {
  readonly status: number;
  /** `why`: the end of a Dutch sentence that begins with the address. */
  readonly body: { readonly json: unknown } | { readonly why: string };
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/** Reads a 200 answer as JSON, at most `most` bytes of it; of any other answer only the status. */
export async function readJson(response: IncomingMessage, most: number): Promise<Answered> {
  const status = response.statusCode ?? 0;
  const stop = (why: string): Answered => {
    response.destroy();
    return { status, body: { why } };
  };
  if (status !== 200) return stop(`antwoordt met ${status}`);
  if (!JSON_TYPE.test(response.headers['content-type'] ?? '')) return stop('antwoordt niet met JSON');
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity')
    return stop('antwoordt gecomprimeerd, hoewel dat niet gevraagd was');
  if (Number(response.headers['content-length'] ?? 0) > most) return stop('antwoordt met meer dan 1 MB');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) return stop('antwoordt met meer dan 1 MB');
    pieces.push(piece);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
    return { status, body: { json: JSON.parse(text) } };
  } catch {
    return { status, body: { why: 'antwoordt met JSON die niet te lezen is' } };
  }
}
