import * as z from 'zod';

/** RFC 9457, as every refusal is answered. */
export const problemBodySchema = z.strictObject({
  /** Stable, in English: what scripts may lean on. */
  type: z.url(),
  title: z.string(),
  status: z.int().min(400).max(599),
  /** In Dutch: what to do. */
  detail: z.string(),
});
type ProblemBody = z.infer<typeof problemBodySchema>;

/** Why a message is not taken, as application/problem+json (RFC 9457) says it; nothing of our insides is in it. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 503;
  /** The last part of `type`: stable, in English. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES = 'https://besluitketen.example/problems/';

export function problemBody({ status, code, title, detail }: Problem): string {
  const body: ProblemBody = { type: `${TYPES}${code}`, title, status, detail };
  return JSON.stringify(body);
}

export const UNKNOWN_SOURCE: Problem = {
  status: 404,
  code: 'unknown-source',
  title: 'Onbekende bron',
  detail: 'Op dit adres luistert geen bron van deze soort; vraag de beheerder om het juiste adres.',
};

/** What every receiver of CloudEvents must take at least (domain.md), and more than any notification needs. */
export const MOST_BYTES = 65_536;

export const TOO_LARGE: Problem = {
  status: 413,
  code: 'too-large',
  title: 'Bericht te groot',
  detail: 'Een bericht is hoogstens 64 KiB (65.536 bytes); verwijs naar grotere inhoud met een adres.',
};

/** Messages are counted by the minute: `seconds` is what is left of this one. */
export function tooMany(seconds: number): Problem {
  return {
    status: 429,
    code: 'too-many',
    title: 'Te veel berichten',
    detail: 'Deze bron stuurt meer berichten per minuut dan is afgesproken; stuur het bericht later opnieuw.',
    headers: { 'retry-after': String(seconds) },
  };
}

export const NOT_NOW: Problem = {
  status: 503,
  code: 'not-now',
  title: 'Nu niet beschikbaar',
  detail: 'Het bericht kon niet worden aangenomen; stuur het opnieuw.',
  headers: { 'retry-after': '30' },
};

export function notAllowed(allow: string): Problem {
  return {
    status: 405,
    code: 'method-not-allowed',
    title: 'Deze methode kan hier niet',
    detail: `Dit adres neemt alleen ${allow} aan.`,
    headers: { allow },
  };
}

export function unauthenticated(scheme: string): Problem {
  return {
    status: 401,
    code: 'unauthenticated',
    title: 'Niet aangemeld',
    detail: 'Het bericht draagt niet de gegevens waarmee deze bron zich aanmeldt.',
    headers: { 'www-authenticate': scheme },
  };
}

export const FORBIDDEN: Problem = {
  status: 403,
  code: 'forbidden',
  title: 'Niet toegelaten',
  detail: 'De gegevens waarmee de bron zich aanmeldt kloppen niet (meer).',
};

/** `accept`: the media type alone, as the header of that name has it (RFC 9110, 15.5.16). */
export function wrongType(expected: string, accept: string): Problem {
  return {
    status: 415,
    code: 'wrong-content-type',
    title: 'Onbekende inhoudssoort',
    detail: `Stuur het bericht als ${expected}.`,
    headers: { accept },
  };
}

export function malformed(detail: string): Problem {
  return { status: 400, code: 'malformed', title: 'Onleesbaar bericht', detail };
}
