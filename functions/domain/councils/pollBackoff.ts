const HOUR_MS = 3_600_000;
/** Doubling from an hour: 1, 2, 4, 8, 16 hours, then a day each time. */
const LONGEST_MS = 24 * HOUR_MS;
/** The schedule is never exactly on time: the hour after an hour must count as one. */
const SLACK_MS = 5 * 60_000;

/** When a source may be asked again after so many failures in a row (at least one). */
export function nextPollAt(failures: number, now: string): string {
  const wait = Math.min(HOUR_MS * 2 ** Math.min(failures - 1, 10), LONGEST_MS);
  return new Date(Date.parse(now) + wait - SLACK_MS).toISOString();
}

/** So long may a system be unreachable or refuse before anybody is told: weekends and maintenance pass by themselves. */
const PASSING_MS = 48 * HOUR_MS;

/** Must a person see it? What cannot pass by itself at once; the rest when it has lasted two days. */
export function mustBeSeen(passes: boolean, failingSince: string, now: string): boolean {
  return !passes || Date.parse(now) - Date.parse(failingSince) >= PASSING_MS;
}
