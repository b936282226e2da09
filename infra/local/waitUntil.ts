import { setTimeout as pause } from 'node:timers/promises';

/** Waits until the condition holds; false when it did not within `boundMs`. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  boundMs: number,
): Promise<boolean> {
  const end = performance.now() + boundMs;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(50);
  }
  return true;
}
