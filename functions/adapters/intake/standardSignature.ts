import { Webhook } from 'standardwebhooks';
import type { SignatureCheck } from '../../operations/intake/ports.ts';

/** By the library of the standard itself, which also compares in constant time and looks at the clock. */
export const standardSignature: SignatureCheck = {
  holds: (secret, headers, bytes) => {
    try {
      new Webhook(secret).verify(Buffer.from(bytes), { ...headers }, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  },
};

/** The headers of a message that is ours to send. */
export function signStandard(secret: string, id: string, body: string, at: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
