/**
 * When a message that could not be worked out comes back: 5 s, doubling up to 20 minutes, of which at least three
 * quarters, so that what an outage held back does not come back all at once. An outage of ten minutes is over before
 * the eighth try (5 + 10 + … + 640 s); 90 tries take about a day (at most 27, at least 20 hours), and then the message
 * waits in the dead-letter queue for a person.
 */
export const MOST_RECEIVES = 90;
const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 20 * 60;

/** `receives`: how often it was received, 1 the first time. `random`: 0 ≤ random < 1. In whole seconds. */
export function secondsUntilNextTry(receives: number, random: number): number {
  const full = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.min(Math.max(receives, 1) - 1, 20));
  return Math.ceil(full * (0.75 + random / 4));
}
