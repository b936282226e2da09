import { createHash } from 'node:crypto';
import type { Plan } from './schema.ts';

/** Identifies a plan by its content; the same file is the same plan, whatever its comments and layout. */
export function planHash(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 32);
}
