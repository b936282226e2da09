import type { Body } from '../plan/bodies.ts';

/** The body by its id; one that the plan no longer has is named by its id. */
export function named(bodies: readonly Body[], id: string): Body {
  return bodies.find((body) => body.id === id) ?? { id, name: id, group: 'rac', mail: '' };
}
