import * as z from 'zod';
import type { MessageKind } from '../../domain/intake/source.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import type { ProbeSender } from '../../operations/intake/ports.ts';
import { signStandard } from './standardSignature.ts';

/** As long as a sender waits (domain.md). */
const TIMEOUT_MS = 10_000;

/** What Open Notificaties sends on subscribing, also for CloudEvents (domain.md). */
const PROBE = JSON.stringify({
  kanaal: 'test',
  hoofdObject: 'https://besluitketen.example/',
  resource: 'test',
  resourceUrl: 'https://besluitketen.example/',
  actie: 'create',
  aanmaakdatum: '2019-01-01T12:00:00Z',
  kenmerken: {},
});
/** Signed rightly, and no message: nothing can come of it. */
const NO_MESSAGE = '[]';

const problemSchema = z.object({ detail: z.string() });

export const probeSender: ProbeSender = {
  send: async (address, speaks, secret) => {
    try {
      const answer = await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'content-type': 'application/json', ...credentials(speaks, secret) },
        body: speaks === 'standard' ? NO_MESSAGE : PROBE,
      });
      return { status: answer.status, detail: detailOf(await answer.text()) };
    } catch (error) {
      throw new Unavailable(address, error);
    }
  },
};

function credentials(speaks: MessageKind, secret: string): Record<string, string> {
  if (speaks === 'standard') return signStandard(secret, 'msg_test', NO_MESSAGE, new Date());
  return { authorization: speaks === 'zgw' ? secret : `Bearer ${secret}` };
}

/** What a problem+json says; anything else is not repeated. */
function detailOf(text: string): string | undefined {
  try {
    return problemSchema.safeParse(JSON.parse(text)).data?.detail;
  } catch {
    return undefined;
  }
}
