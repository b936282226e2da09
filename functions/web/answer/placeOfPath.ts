import type { Place } from '../../domain/intake/candidate.ts';

/** The name of a body has a slash of its own, which gateways decode or do not: it is the rest of the address. */
export const ANSWER_PATH = '/antwoord/:trajectory/:round/:body{.+}';

/**
 * Of whom an address asks an answer. The guard and the page read it here: one that read it otherwise would show what the
 * other did not allow. Undefined where it cannot be read.
 */
export function placeOfPath(path: string): Place | undefined {
  try {
    const [trajectory = '', round = '', ...body] = path.split('/').slice(2);
    return {
      trajectory: decodeURIComponent(trajectory),
      round: decodeURIComponent(round),
      body: decodeURIComponent(body.join('/')),
    };
  } catch {
    return undefined;
  }
}
