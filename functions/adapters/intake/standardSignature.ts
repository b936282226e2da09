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
