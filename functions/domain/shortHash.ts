import { createHash } from 'node:crypto';

/** Stands for an address where the address itself should not be: eight characters are enough within one row. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
