import type { Instant } from './calendar/days.ts';
import { Refusal } from './refusal.ts';

/** Two machines may disagree by so much about what time it is. */
const SKEW_MS = 5 * 60_000;

/**
 * `at`, the moment for which somebody starts or watches. Only the local cloud may play the future: elsewhere the
 * watch would record silences and open rounds before their time. Refuses TIME_IN_FUTURE.
 */
export function notInFuture(at: Instant, stage: string, now: Instant): Instant {
  if (stage === 'local' || Date.parse(at) <= Date.parse(now) + SKEW_MS) return at;
  throw new Refusal(
    'TIME_IN_FUTURE',
    `Het tijdstip ${at} ligt in de toekomst; dat kan alleen in de lokale cloud. Laat --at weg om het nu te doen.`,
  );
}
